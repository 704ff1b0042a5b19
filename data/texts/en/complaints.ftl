complaint-which = What is it about?
complaint-something-else = Something else
complaint-choose = Choose
complaint-what = What is wrong?
complaint-reason = { $reason ->
    [broken] Broken or torn
    [wrong] The wrong thing came
    [missing] Something is missing
    [quality] Quality is not good
    [late] It is late
   *[other] Something else
}
complaint-noted = Noted: { $reason }.
complaint-what-wish = What would you like?
complaint-wish = { $wish ->
    [money] Money back
    [another] Another one
    [repair] A repair
    [say] Only to tell you
   *[none] not said yet
}
complaint-complete = { $number } is written down: { $reason }. Your wish: { $wish }. The office answers here within 48 hours.
complaint-return-too = Shall I ask for { $number } to be taken back ({ $items })?
complaint-send-back = Yes, take it back
complaint-keep = No, not now
complaint-return-asked = The return of { $number } is asked for. Keep the goods until you hear here how to send them.
complaint-none = No complaint of yours is written down.
complaint-state = Your complaint { $number } of { $day }: { $state ->
    [open] the office has not answered yet.
    [answered] the office has answered.
   *[closed] it is settled.
}
complaint-said = { $reason }. Wish: { $wish }.
complaint-answer = The office: { $words }
complaint-goods-back = Return: { $state ->
    [return_asked] asked for, the answer comes here.
    [return_agreed] agreed.
   *[returned] the goods are back.
}
complaint-settled = It is settled
complaint-thanks = Thank you. { $number } is closed.
complaint-term = { $step ->
    [unanswered] Nobody has answered it; 48 hours are over in 8.
   *[unsettled] It is not closed; a month is over in a few days.
}
notice-complaint-told = Order { $number }, { $items }: the buyer is not satisfied.
    { $reason }. Wish: { $wish }. The office talks to you.
notice-complaint-overdue = Complaint { $number }: { $what }
    { $words }
notice-rating-asked = Order { $number } has reached you: { $items }
    How do you like it? 5 is the best.
rating-stars = { $stars ->
    [1] 1 Bad
    [2] 2 Not so good
    [3] 3 All right
    [4] 4 Good
   *[5] 5 Very good
}
rating-thanks = Thank you, { $stars } of 5 is written down.
rating-write = Write a few words
rating-ask-words = What was good, what was not? Only the office reads it.
rating-kept = Thank you, it is kept.
rating-already = You have rated this already. Thank you.
rating-not-yours = I can't find an order to rate here.
rating-gives-away = Please write about the goods only, not about the people who made them.
card-rating = ★ { $stars } from { $buyers } buyers
