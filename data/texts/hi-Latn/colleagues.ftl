office-people = Saathi aur code
    .short = Saathi aur code
colleagues-button = Hamare saathi
    .short = Hamare saathi
colleagues-which-group = Kis samuh ke?
colleagues-of = { $group } mein jawab dene wale:
colleagues-row = { $who } · no. { $number }
colleagues-standing = { $state ->
    [joined] jud chuke hain
    [suspended] naye code se pehchan baaki hai
   *[invited] code mila hai, abhi jude nahi
}
colleagues-invite = Naye saathi ke liye code
    .short = Naya code
colleagues-as-what = { $group } ke liye code. Ve kya kaam karenge?
colleagues-role = { $who ->
    [officer] Adhikari
    [lead] Samuh pradhan
    [deputy] Sahayak
    [dispatcher] Bhejne wale
    [member] Sadasya
    [stall] Stall ke saathi
    [district] Zila adhikari
    [admin] Mukhya daftar
    [grievance] Shikayat adhikari
   *[office] Daftar
}
colleagues-code = { $code }
    Ye code { $group } ke { $who } ke liye hai. Sirf unhi ko dijiye. Ve ise dukan ki isi chat mein likhein; 7 din tak, ek hi baar chalega.
colleagues-one = { $who }, { $group }
colleagues-revoke = Adhikar hataiye
    .short = Adhikar hataiye
colleagues-revoke-sure = { $group } ke { $who } ab order na dekhein, na jawab dein: pakka?
colleagues-revoked = Ho gaya. { $group } ke { $who } ab yahan kuch nahi kar sakte.
colleagues-gone = Ve ab is samuh ka jawab nahi dete.
colleagues-not-yourself = Apna adhikar aap khud nahi hata sakte. Daftar hata sakta hai.
colleagues-back = Sab saathi
colleagues-fresh = Naye code se pehchan
    .short = Naya code, pehchan
