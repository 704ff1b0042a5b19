# What the law wants told: whose shop this is, its terms, where a complaint goes.
duties-complain = Where to complain
duties-sellers = Who sells
duties-seller = Who sells
duties-privacy = My data
duties-terms = Terms of the shop
terms-operator = This shop is run by { $name }, { $address } · { $contact }
terms-operator-unsaid = Who runs this shop by law, with address and phone, has not been published yet. The office will say it; until then write here.
terms-selling = • The seller is whoever the order names. Prices include all taxes.
    • Payment: cash on delivery or UPI. Please pay nobody else.
    • The cost and day of delivery are shown before you say yes.
    • Cancelling is free until it is sent.
    • Broken, bad or wrong? Write here: it is replaced or paid back.
    • Money goes back the way it came.
    • All goods are made in India.
    • A complaint gets its number at once, an answer within 48 hours, a solution within one month.
grievance-officer = Complaints go to: { $whom }
grievance-officer-unsaid = The shop's grievance officer has not been named yet. Until then write here, the office answers.
grievance-seller = Complaints about { $name }: { $whom }
grievance-when = You get a number at once, an answer within 48 hours, a solution within one month.
