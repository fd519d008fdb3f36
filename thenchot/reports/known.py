"""The catalogue's figures as matching wants them."""

from __future__ import annotations

from collections.abc import Iterator

from thenchot.reports.matching.entries import Entry
from thenchot.snapshot.catalogue import CATALOGUE, Catalogue


def entries(catalogue: Catalogue = CATALOGUE) -> Iterator[Entry]:
    """One entry for each figure, share and stated figure that there is."""
    for figure in catalogue.figures.values():
        wholes = [other for one in figure.relations if one.verb == "part_of" for other in one.others]
        yield Entry(figure.code, figure.vi, figure.unit, wholes=tuple(wholes))
    for ratio in catalogue.ratios.values():
        yield Entry(ratio.code, ratio.vi, ratio.unit, ratio.numerator, ratio.base)
    for stated in catalogue.stated.values():
        yield Entry(stated.code, stated.vi, stated.unit)
