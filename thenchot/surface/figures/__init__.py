"""What commands and pages say of figures: lines, comparisons, rows, breakdowns, the movement table."""
