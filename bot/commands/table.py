"""The one table of commands: slash commands, help, completion and manifests come from it."""

from bot.commands import (
    advise,
    answer_question,
    background,
    check,
    credential,
    goal,
    match,
    nudge,
    nudge_answer,
    portfolio,
    privacy,
    project,
    providers,
    settings_command,
    share,
    suggest,
)
from bot.commands import (
    help as help_command,
)
from bot.commands.command import Command

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        advise.COMMAND,
        *suggest.COMMANDS,
        advise.COMPARE,
        *goal.COMMANDS,
        *credential.COMMANDS,
        *background.COMMANDS,
        *project.COMMANDS,
        *portfolio.COMMANDS,
        *check.COMMANDS,
        *match.COMMANDS,
        *nudge.COMMANDS,
        *nudge_answer.COMMANDS,
        *privacy.COMMANDS,
        *providers.COMMANDS,
        *settings_command.COMMANDS,
        *help_command.COMMANDS,
        *answer_question.COMMANDS,
        *share.COMMANDS,
    )
}


def free_text() -> Command:
    """The command that words without a slash mean."""
    return COMMANDS["advise"]
