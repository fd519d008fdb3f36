"""Forms as the command line and the site both use them: asked for an organisation, filled, explained."""
