"""Methods that answer what a person did: a tap, an inline query."""

from bot.sandbox import sizes
from bot.sandbox.arguments import Arguments
from bot.sandbox.engine import Engine
from bot.sandbox.refusals import refuse


def answer_callback(engine: Engine, args: Arguments) -> bool:
    text = args.text("text") or ""
    if sizes.utf16(text) > sizes.CALLBACK_ANSWER:
        refuse("answer_too_long")
    query = engine.queries.fresh(args.text("callback_query_id") or "")
    if query is None:
        refuse("query_too_old")
    answer = {"text": text or None, "show_alert": args.truth("show_alert"), "url": args.text("url")}
    engine.queries.answer(query, answer)
    return True


def answer_inline(engine: Engine, args: Arguments) -> bool:
    results = args.objects("results") or []
    if len(results) > sizes.INLINE_RESULTS:
        refuse("inline_too_many")
    query_id = args.text("inline_query_id") or ""
    if engine.queries.inline.get(query_id, {}) is not None:
        refuse("query_too_old")
    engine.queries.inline[query_id] = {"results": results, "is_personal": args.truth("is_personal")}
    engine.queries.bell.ring()
    return True


METHODS = {"answerCallbackQuery": answer_callback, "answerInlineQuery": answer_inline}
