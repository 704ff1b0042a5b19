# Who sells by law, what goods declare, and how the office says it.
card-details = Details
card-certificate = { $mark ->
    [gi] GI tag
   *[handloom-mark] Handloom Mark
}, certificate { $number } of { $date }
details-none = Nothing more has been said about it yet. The office will tell you if you ask.
details-net = Holds { $net }
details-mrp = MRP { $mrp }, all taxes included
details-unit-price = { $price } for { $unit }
details-best-before = Best within { $days } days of making
details-maker = Maker: { $maker }
details-licence = FSSAI licence { $number }
details-care = Questions and complaints: { $care }
details-origin = Made in India
details-seller = Sold by { $name }, { $where }

seller-which = Whom would you like to know about?
seller-name = { $name } is the seller by law.
seller-unsaid = The office has not published the address and the person for complaints yet. It answers you here meanwhile.
seller-reached = Contact: { $how }
seller-gst = { $status ->
    [registered] GSTIN { $number }
    [composition] GSTIN { $number }, composition scheme
   *[unregistered] Not registered for GST, enrolment number { $number }
}
seller-grievance = Complaints: { $whom }
seller-grievance-unsaid = Who takes complaints is not published yet: write here, the office answers.

office-sellers = Sellers
office-seller-list = Whose details shall we look at?
office-seller-wanting = { $count ->
    [0] complete
    [one] 1 thing missing
   *[other] { $count } things missing
}
office-seller = { $name }
    GST: { $status ->
    [registered] registered { $number }
    [composition] composition scheme { $number }
    [unregistered] not registered { $number }
   *[unsaid] not said yet
}
office-seller-go-on = Fill what is missing
office-seller-change = Change something
office-seller-change-what = { $name }: what shall I change?
office-seller-missing = Missing: { $what }
office-seller-kept = Noted.
office-fact-name = { $what ->
    [gst_status] GST status
    [gstin] GSTIN
    [pan] PAN on file
    [enrolment] enrolment number
    [address] address
    [pincode] PIN code
    [phone] phone
    [email] e-mail
    [grievance_name] who takes complaints
    [grievance_role] their post
   *[grievance_contact] how to reach them
}
office-fact-ask = { $name }: { $what ->
    [gst_status] is it registered for GST?
    [gstin] what is the GSTIN? 15 letters and digits.
    [pan] is its PAN on file in the office? The number itself is not kept here.
    [enrolment] what is the enrolment number for selling online?
    [address] what is the full address?
    [pincode] what is the PIN code?
    [phone] which phone number may buyers call?
    [email] which e-mail address may buyers write to?
    [grievance_name] who takes complaints? Write the name.
    [grievance_role] what is that person's post?
   *[grievance_contact] how does a buyer reach that person? Phone or e-mail.
}
office-fact-odd = That does not fit.
office-gst-registered = Registered
office-gst-composition = Composition scheme
office-gst-unregistered = Not registered
office-yes = Yes
office-no = No

office-declare-ask = { $name }: { $what ->
    [rate] what is the GST rate of HSN { $hsn }? Write the percent, for example 5.
    [net] how much is in one { $unit }? For example "200 gram".
    [mrp] what is the printed MRP in rupees?
    [best_before] how many days does it keep?
    [maker] what stands on it as the maker? Name and address.
    [licence] what is the FSSAI number? 14 digits.
   *[care] where does a buyer complain? Phone or e-mail.
}
office-price-between = Between { $low } and { $high } no GST rate fits: choose a price up to { $below } or above { $high }.
office-tags-ask = { $name }: is one of these true of it? The tax depends on it.
office-tag = { $tag ->
    [handmade] Made by hand
    [handcrafted] Crafted by hand
    [handicraft] A handicraft
    [framed] A framed mirror
    [paneer] It is paneer
    [prepacked] Packed beforehand
    [bread] It is bread
   *[pan-masala] It is pan masala
}
office-tags-none = None of these
