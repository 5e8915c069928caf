"""Answers the questions of a conversation and lays the answers out for its page."""

from __future__ import annotations

from dataclasses import replace

from index.generation import BuiltIndex
from qa import Answerer, AnswerStatus
from qa.briefing_draft import searched_of
from web.briefing_form import pack
from web.contexts import AskForm, ConversationPage, EarlierExchange, Held
from web.conversation import MAX_EARLIER, Exchange, Turn, answer_turns
from web.feedback import agreement
from web.limits import filters
from web.marking import marked_answer, marked_quote

NOT_SEARCHED = (AnswerStatus.QUESTION_EMPTY, AnswerStatus.QUESTION_TOO_LONG)


def conversation_page(answerer: Answerer, form: AskForm, asked: Turn | None) -> ConversationPage:
    """The page after a form was sent; ``asked`` is None where the form has problems already."""
    built = answerer.built
    newest = [] if asked is None else [asked]
    exchanges = answer_turns(answerer, (*form.earlier, *newest))
    before, last = exchanges[: len(form.earlier)], exchanges[len(form.earlier) :]
    page = ConversationPage(Held.of(built), tuple(_earlier(built, each) for each in before), form)
    for exchange in last:
        page = _with_newest(built, page, exchange)
    return page


def _earlier(built: BuiltIndex, exchange: Exchange) -> EarlierExchange:
    best = [marked_answer(built, quote) for quote in exchange.answer.quotes[:1]]
    return EarlierExchange(exchange.turn, exchange.answer, best[0] if best else None)


def _with_newest(built: BuiltIndex, page: ConversationPage, newest: Exchange) -> ConversationPage:
    answer, form = newest.answer, page.form
    if answer.status in NOT_SEARCHED:
        return replace(page, form=replace(form, problems=(("question", answer.message),)))
    turns = (*form.earlier, newest.turn)[-MAX_EARLIER:]
    return replace(
        page,
        form=replace(form, question="", earlier=turns),
        followed=form.earlier,
        newest=newest,
        filters=filters(answer.understood, newest.turn.limits),
        quotes=tuple(marked_answer(built, quote) for quote in answer.quotes),
        nearest=tuple(marked_quote(built, quote) for quote in answer.nearest),
        searched_packed=pack(searched_of(answer)),
        agreement=agreement(form.earlier, newest),
    )
