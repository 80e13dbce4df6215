"""The tables of positions and commitments on a coding's page; nothing where there are none."""

from communique.model.cells import anchor, cell, exact, number_cell, table
from communique.model.coding import Coding, Commitment, Deadline, Position

POSITIONS = ("#", "holder", "stance", "issue", "evidence and grounds", "rule")
COMMITMENTS = ("#", "who", "strength", "action", "by when", "rule")


def positions_table(coding: Coding) -> str:
    """Who stands where on what, with the phrase that shows it and the reasons given."""
    rows = [_position(number, position, coding.article.text) for number, position in enumerate(coding.positions, 1)]
    return table("Where holders stand", POSITIONS, rows) if rows else ""


def _position(number: int, position: Position, text: str) -> str:
    reasons = zip(position.grounds, position.ground_kinds, strict=True)
    listed = "".join(f"<li>{exact(span.of(text))}{_small(kind)}</li>" for span, kind in reasons)
    grounds = f"<ul>{listed}</ul>" if listed else ""
    cells = (
        number_cell(number, anchor("p", position.id)),
        cell(", ".join(position.holder)),
        cell(position.stance, css=position.stance),
        cell(position.issue, css="issue"),
        f'<td class="said">{exact(position.evidence.of(text))}{grounds}</td>',
        cell(position.rule, f"{position.confidence:.2f}"),
    )
    return f"<tr>{''.join(cells)}</tr>"


def _small(text: str | None) -> str:
    return f" <small>{exact(text)}</small>" if text else ""


def commitments_table(coding: Coding) -> str:
    """Who binds himself to what, on what condition and by when."""
    rows = [_commitment(number, commitment, coding.article.text) for number, commitment in enumerate(coding.commitments, 1)]
    return table("Who binds himself to what", COMMITMENTS, rows) if rows else ""


def _commitment(number: int, commitment: Commitment, text: str) -> str:
    condition = commitment.condition
    apart = condition is not None and not commitment.action.covers(condition)
    cells = (
        number_cell(number, anchor("c", commitment.id)),
        cell(", ".join(commitment.committer), f"for {commitment.beneficiary}" if commitment.beneficiary else ""),
        cell(commitment.strength),
        cell(commitment.action.of(text), condition.of(text) if condition and apart else "", "said"),
        _by_when(commitment.deadline, text),
        cell(commitment.rule, f"{commitment.confidence:.2f}"),
    )
    return f"<tr>{''.join(cells)}</tr>"


def _by_when(deadline: Deadline | None, text: str) -> str:
    """The words of a deadline and its interval."""
    if deadline is None:
        return cell("–")
    first, last = deadline.earliest or "", deadline.latest or (f"~{deadline.assumed_latest}" if deadline.assumed_latest else "")
    return cell(deadline.span.of(text), last if first == last else f"{first}..{last}")
