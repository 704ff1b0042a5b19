holiday-closed = { $one ->
    [yes] { $group }: { $first } ko chhutti likh li.
   *[no] { $group }: { $first } se { $last } tak chhutti likh li.
} Jo order aapke paas hain ve rahenge; naye order pehle doosron ko jayenge ya baad ke din ke honge.
holiday-undo = Wapas lijiye
holiday-until-when = { $group } aaj se kitne din band hai?
    Koi aur din ho to aise likhiye: somvar tak band.
holiday-days = { $count } din
holiday-which = Kis samuh ki baat hai?
holiday-undone = Chhutti wapas le li. { $group } un dinon khula hai.
holiday-too-late = Ab der ho gayi. { $group } mein kaam phir shuru ho to likhiye: kaam phir shuru.
holiday-none = Aapki koi chhutti likhi hui nahi hai.
holiday-open = { $group } mein { $day } se kaam phir shuru.
holiday-not-yours = Is samuh ka saman aapke paas nahi hai.
card-again-from = Banane walon ki chhutti hai; kaam { $day } se phir shuru hoga. Order abhi de sakte hain.
checkout-again-from = Banane walon ki chhutti hai; kaam { $day } se phir shuru hoga.
