"""Whether the figures of a written report meet: sums, shares, targets, repetitions."""
