job-ask-class = Whom shall we call?
job-ask-day = { $name }: for which day?
job-day = { $ahead ->
    [0] Today
    [1] Tomorrow
   *[2] { $day }
}
job-ask-place = Where is the work? Write village and pincode.
job-ask-pincode = And the pincode there?
job-pincode-unknown = I don't know the pincode { $pincode }.
job-ask-name = Whose name shall I give?
job-ask-phone = On which number can the worker call you?
job-card = { $name } for { $day }
    Where: { $place }
    Phone: { $phone }
    The worker tells the charge; you agree before work begins. Your number is shown only to the one who says yes.
    Shall I ask?
job-yes = Yes, ask
job-change = Change it
job-no = No, leave it
job-dropped = All right, nobody is asked.
job-booked = { $number }: { $name } for { $day }. One worker near you is being asked; you will hear it here, mostly within an hour.
job-office-looks = { $number }: { $name } for { $day }. No worker near you is free in our list, so a person of our office looks for one and tells you here.
job-cancel-it = Cancel this
job-cancel = Cancel { $number }
job-cancelled = { $number } is cancelled. Nothing to pay.
job-not-found = I can't find this booking.
job-none = No booking of yours is open.
job-call = Call a worker
job-told = { $number }: { $name }, { $day }. { $state ->
    [taken] { $who } comes, { $phone }
    [asked] A worker is being asked.
   *[nobody] The office is looking for somebody.
}
job-village = { $district } { $pincode }
job-come = I will come
job-cannot = I can't
job-gone = This work is with somebody else now, or not needed any more. Thank you.
job-no-thanks = All right, somebody else is asked.
job-address = { $number }, { $day }: { $name }
    { $place }
    Phone { $phone }
    Please call and agree on time and charge.
job-give-up = I can't come
job-was-done = Yes, done
job-nobody-came = Nobody came
job-thanks = Good to hear. Thank you!
job-missed = I am sorry. The office hears it now, number { $number }.
notice-job-offered = Work for you: { $name } on { $day }, { $place }. Will you come?
notice-job-taken = { $number }: for { $name } on { $day } { $who } comes. Phone { $phone }. Please agree on time and charge.
notice-job-nobody = { $number }: for { $name } on { $day } nobody near you could come so far. Our office looks for somebody and tells you here.
notice-job-stopped = { $number }: { $name } on { $day } is not needed any more.
notice-job-was-it = { $number }: was the work of { $name } done?
notice-worker-offered = Somebody would like to work as { $name } around { $place }. Please call and decide.
notice-worker-settled = Your offer to work as { $name }: { $what }
worker-word = { $yes ->
    [True] the office has said yes. Work near you will come here.
   *[False] the office cannot take you in now. You can ask us here at any time.
}
worker-what = Good. What do you do?
worker-i-work = I do a trade
worker-i-farm = I farm
worker-we-make = We make things
worker-which = Which work do you do?
worker-ask-place = Where do you work? Write your village and pincode.
worker-ask-name = What is your name?
worker-ask-phone = Your phone number, please.
worker-noted = Noted: { $name }. The office calls you and then says yes or no here. Your number goes to nobody before you say yes to a job.
worker-rest = No work for now
worker-work-again = Take work again
worker-resting = All right, no work comes until you say so.
worker-back = Good, work comes again.
worker-none = Nothing to change.
worker-told = { $name }: { $state ->
    [asked] the office has not decided yet
    [working] work comes to you
    [resting] no work for now
   *[refused] not taken in
}
worker-see = Look
worker-none-wait = Nobody waits.
worker-list = { $count ->
    [one] One worker waits.
   *[other] { $count } workers wait.
}
worker-card = { $name }: { $who }
    { $phone }, { $district } { $pincode }
    { $state ->
    [asked] Please call, then decide.
    [working] Works.
    [resting] Takes no work now.
   *[refused] Not taken in.
}
worker-yes = Take in
worker-no = Not now
worker-written = { $name }: { $yes ->
    [True] taken in, and told.
   *[False] not taken in, and told.
}
office-workers = Workers
job-farmer = Farmer
job-worker = Worker
job-with-goods = { $name }: I will ask about this as soon as the goods are ordered.
