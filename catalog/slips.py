"""How far a typed word is from the one that was meant, by what fingers and ears confuse. Pure, standard library."""

# A slip's cost in letters: vowels, h and n are heard differently and left out; two letters change places; b and v,
# s and ch sound alike. Any other letter taken for another makes another word: tower is no towel.
_LIGHT, _SWAPPED, _HEAVY, _OTHER = 0.6, 0.6, 0.9, 1.3
VOWELS = frozenset("aeiou")
_FAINT = VOWELS | frozenset("hny")
_SOUNDS = frozenset(map(frozenset, ("bv", "pb", "kg", "td", "mn", "rd", "jg", "fp", "sc", "kc", "lr")))


def slips(one: str, other: str) -> float:
    """The weight of what was mistyped between two keys (weighted optimal string alignment)."""
    before, row = [0.0], [0.0]
    for letter in other:
        row.append(row[-1] + _dropped(letter))
    for i, mine in enumerate(one, 1):
        before, last, row = row, before, [row[0] + _dropped(mine)]
        for j, theirs in enumerate(other, 1):
            best = min(before[j] + _dropped(mine), row[j - 1] + _dropped(theirs), before[j - 1] + _taken(mine, theirs))
            if i > 1 and j > 1 and mine == other[j - 2] and one[i - 2] == theirs and mine != theirs:
                best = min(best, last[j - 2] + _SWAPPED)
            row.append(best)
    return row[-1]


def alike_at_start(one: str, other: str) -> bool:
    return one[0] == other[0] or one[:2] == other[1::-1]


def _dropped(letter: str) -> float:
    return _LIGHT if letter in _FAINT else _HEAVY


def _taken(mine: str, theirs: str) -> float:
    if mine == theirs:
        return 0.0
    if mine in VOWELS and theirs in VOWELS:
        return _LIGHT
    return _HEAVY if frozenset((mine, theirs)) in _SOUNDS else _OTHER
