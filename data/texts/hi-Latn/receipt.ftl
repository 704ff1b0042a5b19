# Kharidar ke paise ka har hissa kahan gaya: chat mein, aur hastakshar wale code ke panne par.
receipt-open = Paisa kahan gaya
receipt-title = Order { $number }: aapke { $amount } kahan gaye
receipt-cell = { $name ->
    [wages] Karyashala ki mazdoori
    [victims] Peedit parivaron ko
    [staff] Karmchari
    [society] Samiti
    [materials] Kachcha maal
    [members] Samuh ki sadasya
    [unshared] Banane walon ko; hisse abhi tay nahi hain
    [tax] Tax
    [delivery] Bhejne ka kharch
   *[group] Banane wala samuh
}
receipt-row = { $who }: { $amount }
receipt-people = { $count } logon mein
receipt-among = { $row } ({ $count } logon mein)
receipt-check = Dekhiye, dikhaiye, jaanchiye: { $link }
receipt-not-yet = Order { $number } ka paisa kahan gaya, ye paise milne aur parcel nikalne ke baad yahan dikhega.
receipt-page-head = Order { $number }
receipt-page-line = Ye paisa yahan gaya.
receipt-page-stood = { $day } { $year } ke bahi-khate se paise-paise tak milta hai.
receipt-page-genuine = Is par dukaan ke hastakshar hain.
receipt-page-changed = Ye code banne ke baad bahi-khata badla hai: kuch wapas aaya hai ya naye sire se banta hai. Naya code chat mein milega.
receipt-page-key = Wo kunji jisse ye code dukaan ke bina jaancha ja sakta hai
receipt-forged-head = Hamara nahi
receipt-forged = Ye code is dukaan ka nahi hai, ya kisi ne ise badla hai. Iski rakam par bharosa na kijiye.
