"""Lists, registers and forms for print: Word and Excel files built from rows. Pure; texts are Vietnamese."""
