"""Papers made from the book: which there are, what they need, what is missing, and how one leaves the house.

`papers` lists them, `rows` and the readers beside it turn the book into members, `issuing` asks for the right
and the second person, writes the viewing log and gives the bytes.
"""
