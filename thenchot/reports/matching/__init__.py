"""Which figure of the catalogue a printed one is: by the words around it, its unit, its neighbours."""
