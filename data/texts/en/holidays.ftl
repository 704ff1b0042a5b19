holiday-closed = { $one ->
    [yes] { $group } is closed on { $first }.
   *[no] { $group } is closed from { $first } to { $last }, both days too.
} Orders you have stay with you; new ones go to others first, or get a later day.
holiday-undo = Undo
holiday-until-when = For how many days is { $group } closed, from today?
    For another day write, for example, “closed till Monday”.
holiday-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
holiday-which = Which group do you mean?
holiday-undone = Taken back. { $group } isn't closed on those days.
holiday-too-late = That was a while ago. When { $group } works again, write “we are open again”.
holiday-none = No closed days are noted for you.
holiday-open = { $group } works again from { $day }.
holiday-not-yours = You don't look after this group's goods.
card-again-from = The makers are on holiday; work starts again on { $day }. You can order now.
checkout-again-from = Its makers are on holiday; work starts again on { $day }.
