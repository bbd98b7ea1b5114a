"""Floor 2, the challenge pack: a linked cycle and its findings in, the awkward questions for each service out. Pure.

Whether a plan is ambitious, affordable or wanted is no team's mistake to put right: it is asked at the challenge
meeting, with the figures it rests on. ``pack`` says in which order; each other module holds questions of one family.
"""
