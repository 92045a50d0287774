"""The kit in three orders: by moment, by who fills a template in, by kind of document."""

from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.model import Handbook
from handbook.schedule import order_of
from handbook.templates import templates
from macros.context import Context
from macros.kit import Group, by_family, by_moment, by_role


@pytest.fixture(params=["nl", "en"])
def context(request: pytest.FixtureRequest, handbook: Handbook, project: Path) -> Context:
    return Context(handbook, request.param, templates(project, handbook, request.param))


@pytest.mark.parametrize("order", [by_moment, by_role, by_family])
def test_every_template_stands_in_every_order_once(
    context: Context, order: Callable[[Context], tuple[Group, ...]]
):
    """No template is lost or double in any order, and within a group they go by number of use."""
    groups = order(context)
    listed = [template.identifier for group in groups for template in group.templates]
    assert sorted(listed) == sorted(template.identifier for template in context.templates)
    assert len({group.identifier for group in groups}) == len(groups)
    for group in groups:
        assert group.name
        parts = [template for part in group.parts for template in part.templates]
        assert parts in ([], list(group.templates))
        for part in group.parts or (group,):
            numbers = [template.word.number for template in part.templates]
            assert numbers == sorted(numbers)


def test_the_order_of_time_goes_from_the_first_step_to_the_look_back(context: Context):
    """Before, on and after the day, each template no earlier than the one before it."""
    groups = by_moment(context)
    moments = {moment.id: order_of(moment.offset) for moment in context.handbook.moments}
    distances = [moments[one.word.moment] for group in groups for one in group.templates]
    assert distances == sorted(distances)
    assert len(groups) == 3
    assert all(moments[one.word.moment] == 0 for one in groups[1].templates)


def test_templates_that_are_needed_at_the_same_distance_stand_together(context: Context):
    """Two moments with the same distance to the day are one part, named by that distance."""
    for group in by_moment(context):
        names = [part.name for part in group.parts]
        assert len(names) == len(set(names))
