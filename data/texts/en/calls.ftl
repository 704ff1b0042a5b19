office-calls = Calls to make
    .short = Calls to make
notice-calls-morning = For the office: { $count } orders wait for groups that no message reaches. Please call them today.
    Never answering for long: { $groups }.
calls-none = none
calls-nobody = Nobody has to be called.
calls-never = Never answering for long: { $groups }.
calls-list = To call about { $count } orders:
calls-row = { $number }
calls-hint = { $group }: { $why ->
    [failed] messages fail
    [shut] WhatsApp lets no message through
   *[unread] nobody reads it
}
calls-one = { $group }, order { $number }: { $items }. Needed by { $by }.
calls-tried = { $who }, { $rung ->
    [channel] other chat
    [deputy] as a stand-in
   *[first] first message
}: { $outcome ->
    [reached] seen
    [moved] no longer needed
    [failed] not delivered
    [shut] not let through
    [unread] not read
   *[waiting] on its way
}
calls-since = Waiting since { $since }.
calls-phone = { $who }: { $phone }
calls-spoke = We have spoken
    .short = We have spoken
calls-no-one = Nobody answered
    .short = Nobody answered
calls-done = Noted: spoken about { $number }. What they said can be entered at the order.
calls-stays = Noted. { $number } stays on the list.
calls-gone = That call is done already.
