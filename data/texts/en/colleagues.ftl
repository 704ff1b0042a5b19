office-people = Contacts and codes
    .short = Contacts
colleagues-button = Our contacts
    .short = Our contacts
colleagues-which-group = Of which group?
colleagues-of = Who answers for { $group }:
colleagues-row = { $who } · no. { $number }
colleagues-standing = { $state ->
    [joined] has joined
    [suspended] has to confirm with a fresh code
   *[invited] has a code, not joined yet
}
colleagues-invite = A code for somebody new
    .short = New code
colleagues-as-what = A code for { $group }. What will that person be?
colleagues-role = { $who ->
    [officer] Officer
    [lead] Group lead
    [deputy] Deputy
    [dispatcher] Dispatcher
    [member] Member
    [stall] Stall seller
    [district] District officer
    [admin] Shop admin
    [grievance] Grievance officer
   *[office] Office
}
colleagues-code = { $code }
    This is the code for the { $who } of { $group }. Give it to that person only. It is written in this shop's chat, works once, for 7 days.
colleagues-one = { $who }, { $group }
colleagues-revoke = End the rights
    .short = End the rights
colleagues-revoke-sure = Shall the { $who } of { $group } no longer see and answer orders?
colleagues-revoked = Done. The { $who } of { $group } can do nothing here any more.
colleagues-gone = That person no longer answers for the group.
colleagues-not-yourself = You cannot end your own rights. The office can.
colleagues-back = Contacts
colleagues-fresh = Ask for a fresh code
    .short = Fresh code
