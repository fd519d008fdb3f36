"""Files that come in and go out: the door, tables read in a worker, layouts of columns, templates."""
