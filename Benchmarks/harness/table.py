"""Columns of text."""

import statistics


def show(title, header, rows):
    """Prints rows under a title, the first column to the left and the others to the right."""
    widths = [max(len(str(row[column])) for row in [header, *rows]) for column in range(len(header))]
    print(f"\n{title}")
    for row in [header, *rows]:
        cells = [str(cell).ljust(width) if not place else str(cell).rjust(width)
                 for place, (cell, width) in enumerate(zip(row, widths))]
        print("  " + "  ".join(cells), flush=True)


def spread(numbers, digits=0):
    """Median, and the lowest and highest in brackets."""
    return (f"{statistics.median(numbers):,.{digits}f}"
            f" ({min(numbers):,.{digits}f} to {max(numbers):,.{digits}f})")
