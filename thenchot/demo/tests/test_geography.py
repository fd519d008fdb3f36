"""The map of the demo is the real one."""

from collections import Counter

from thenchot.demo.geography import HA_GIANG, TUYEN_QUANG, read_map


def test_the_map_has_the_counts_of_the_resolutions():
    map_ = read_map()
    assert Counter(d.province for d in map_.districts) == {TUYEN_QUANG: 7, HA_GIANG: 11}
    assert Counter(c.province for c in map_.old) == {TUYEN_QUANG: 137, HA_GIANG: 193}
    assert len(map_.new) == 124
    assert Counter(len(c.parts) > 1 for c in map_.old) == {False: 325, True: 5}


def test_every_old_commune_has_one_heir_and_every_new_one_an_old():
    map_ = read_map()
    new = {c.key for c in map_.new}
    assert all(c.heir in c.parts and set(c.parts) <= new for c in map_.old)
    assert {c.heir for c in map_.old} == new
    assert len({c.key for c in map_.old}) == 330 and len({c.code for c in map_.old}) == 330
