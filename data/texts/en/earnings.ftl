# What a group has earned, and how the office says it is shared.
share-to = { $to ->
    [wages] wages
    [victims] victims' families
    [staff] staff
    [society] the society
    [materials] materials
    [members] the members
    [member] member { $number }
   *[group] the group
}
share-percent = { $who }: { $percent } %

earnings-head = { $group }, { $this ->
    [yes] this month
   *[no] { $month } { $year }
}
month-name = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
earnings-sum = { $head }: { $amount } from { $count ->
    [one] { $count } parcel sent
   *[other] { $count } parcels sent
}, without tax.
earnings-none = { $head }: nothing has been sent yet.
earnings-back = { $count ->
    [one] { $count } parcel came back and is taken off.
   *[other] { $count } parcels came back and are taken off.
}
earnings-share = { $who }: { $amount }
earnings-unshared = How { $amount } is shared, the office has not said yet.
earnings-due = To be paid out now: { $amount }
earnings-not-yours = The officer or the lead of your group sees what it has earned.
earnings-before = Month before
earnings-now = This month

office-splits = Shares
office-split-list = Whose proceeds?
office-split-hint = { $count ->
    [0] no rule yet
    [one] goes to one
   *[other] shared by { $count }
}
office-split = { $group }, { $count ->
    [0] how the proceeds are shared has not been said yet.
   *[other] shares what is left after tax and sending:
}
office-split-waits = Not shared yet: { $amount }
office-split-change = Change
office-split-ask = { $group }: who gets how many percent? Write it like this: wages 50, victims 20, society 30. Together 100.
office-split-odd = I could not read that, or it is not 100 together.
office-split-paper = Which order or resolution says so? Write its number and date.
office-split-sure = { $group }, by “{ $paper }”:
office-split-from-when = From which day? A tap makes it the rule, in your name.
office-split-from = { $since ->
    [today] From today, { $day }
    [month] From this month
   *[year] From April
}
    .short = { $since ->
    [today] From today
    [month] From this month
   *[year] From April
}
office-split-done = It holds from { $day }. { $count ->
    [0] Nothing was waiting for it.
    [one] One parcel that waited is shared.
   *[other] { $count } parcels that waited are shared.
}
