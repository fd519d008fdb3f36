"""The demo province: invented persons and acts on the real map, the same for the same seed."""
