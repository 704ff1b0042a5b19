# Kanoon se bechne wala kaun hai, saman par kya likha hai, aur daftar ye kaise batata hai.
card-details = Poori jaankari
card-certificate = { $mark ->
    [gi] GI tag
   *[handloom-mark] Handloom Mark
}, certificate { $number }, { $date }
details-none = Iske baare mein abhi aur kuch nahi bataya gaya hai. Poochenge to daftar batayega.
details-net = Ek mein { $net }
details-mrp = MRP { $mrp }, sab tax milakar
details-unit-price = { $unit } ke { $price }
details-best-before = Banne ke { $days } din ke bheetar achha
details-maker = Banane wale: { $maker }
details-licence = FSSAI licence { $number }
details-care = Sawal ya shikayat: { $care }
details-origin = Bharat mein bana
details-seller = Bechne wale: { $name }, { $where }

seller-which = Kiske baare mein batayein?
seller-name = Kanoon se bechne wale: { $name }
seller-unsaid = Pata aur shikayat sunne wale ka naam daftar ne abhi nahi bataya hai. Tab tak daftar yahin jawab deta hai.
seller-reached = Sampark: { $how }
seller-gst = { $status ->
    [registered] GSTIN { $number }
    [composition] GSTIN { $number }, composition
   *[unregistered] GST mein registered nahi, enrolment number { $number }
}
seller-grievance = Shikayat: { $whom }
seller-grievance-unsaid = Shikayat kaun sunenge, ye abhi tay nahi hai: yahin likhiye, daftar jawab dega.

office-sellers = Bechne wale
office-seller-list = Kiski jaankari dekhein?
office-seller-wanting = { $count ->
    [0] sab poora hai
    [one] { $count } baat baaki hai
   *[other] { $count } baatein baaki hain
}
office-seller = { $name }
    GST: { $status ->
    [registered] registered { $number }
    [composition] composition { $number }
    [unregistered] registered nahi { $number }
   *[unsaid] abhi nahi bataya
}
office-seller-go-on = Baaki bhar dein
office-seller-change = Kuch badalna hai
office-seller-change-what = { $name }: kya badalna hai?
office-seller-missing = Baaki: { $what }
office-seller-kept = Likh liya.
office-fact-name = { $what ->
    [gst_status] GST
    [gstin] GSTIN
    [pan] PAN jama
    [enrolment] enrolment number
    [address] pata
    [pincode] PIN code
    [phone] phone
    [email] e-mail
    [grievance_name] shikayat sunne wale
    [grievance_role] unka pad
   *[grievance_contact] unse sampark
}
office-fact-ask = { $name }: { $what ->
    [gst_status] GST mein registration hai?
    [gstin] GSTIN kya hai? 15 akshar aur ank.
    [pan] kya PAN daftar mein jama hai? Number yahan nahi rakha jata.
    [enrolment] online bechne ka enrolment number kya hai?
    [address] poora pata likhiye.
    [pincode] PIN code kya hai?
    [phone] grahak kis number par phone karein?
    [email] grahak kis e-mail par likhein?
    [grievance_name] shikayat kaun sunenge? Naam likhiye.
    [grievance_role] unka pad kya hai?
   *[grievance_contact] grahak unse kaise milein? Phone ya e-mail likhiye.
}
office-fact-odd = Ye theek nahi baithta.
office-gst-registered = Registered
office-gst-composition = Composition
office-gst-unregistered = Registered nahi
office-yes = Haan
office-no = Nahi

office-declare-ask = { $name }: { $what ->
    [rate] HSN { $hsn } par GST ki dar kya hai? Pratishat likhiye, jaise 5.
    [net] { $unit } mein kitna hai? Jaise "200 gram".
    [mrp] chhapa hua MRP kitne rupaye hai?
    [best_before] kitne din tak theek rehta hai?
    [maker] banane wale ka naam aur pata kya chhapa hai?
    [licence] FSSAI number kya hai? 14 ank.
   *[care] grahak shikayat kahan karein? Phone ya e-mail likhiye.
}
office-price-between = { $low } se { $high } ke beech koi GST dar nahi baithti: daam { $below } tak ya { $high } se upar rakhiye.
office-tags-ask = { $name }: kya inmein se kuch sahi hai? Tax isi se tay hota hai.
office-tag = { $tag ->
    [handmade] Haath ka bana
    [handcrafted] Haath ki karigari
    [handicraft] Hastshilp hai
    [framed] Frame wala sheesha
    [paneer] Paneer hai
    [prepacked] Pehle se pack
    [bread] Bread hai
   *[pan-masala] Pan masala hai
}
office-tags-none = Inmein se kuch nahi
