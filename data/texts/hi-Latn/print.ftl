# Bill par jo chhapta hai: vyapaar aur kaanoon ke chaalu, chhote naam.
print-title = { $kind ->
    [invoice] Tax invoice
    [bill_of_supply] Bill of supply
   *[receipt] Raseed
}
print-number = Number
print-day = Tareekh
print-order = Order
print-seller = Bechne wale
print-buyer = Khareedaar
print-gstin = GSTIN
print-enrolment = GST naamaankan number
print-place = Aapoorti ka sthaan
print-item = Saamaan
print-hsn = HSN
print-qty = Maatra
print-price = Daam
print-value = Bina tax
print-tax = Tax
print-amount = Rakam
print-cgst = CGST
print-sgst = SGST/UTGST
print-igst = IGST
print-delivery = Bhejne ka kharch
print-total = Kul
print-words = { $paise ->
    [none] { $rupees } rupaye maatr
   *[some] { $rupees } rupaye { $paise } paise maatr
}
print-taxed = Daamon mein saare tax shaamil hain. Reverse charge par tax: nahi.
print-composition = Composition wale kardaata; tax vasoolne ke paatr nahi
print-untaxed = { $status ->
    [receipt] Bechne wale ka GST panjeekaran nahi hai; koi tax nahi liya gaya.
   *[other] Is saamaan par koi tax nahi liya gaya.
}
print-practice = Abhyaas: asli bill nahi
print-signature = Bechne wale ki or se, hastaakshar
