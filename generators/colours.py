"""The brand's colours as CSS."""

from handbook.model import Brand


def colours(brand: Brand) -> str:
    """Return the brand as CSS: a variable per colour, and drawings that follow the variables.

    Drawings carry literal colours, for Word; on the site they change with light and dark.
    """
    names = ("ink", "ground", "paper", "outer", "inner", "line", "band")
    values = {name: getattr(brand, name) for name in names}
    variables = "".join(f"  --brand-{name}: {value};\n" for name, value in values.items())
    drawings = "".join(
        f'svg [{paint}="{value}" i] {{ {paint}: var(--{name}); }}\n'
        for name, value in values.items()
        for paint in ("fill", "stroke")
    )
    return f":root {{\n{variables}}}\n{drawings}"
