# What is printed on a bill. In each language the short names of the trade and of the law.
print-title = { $kind ->
    [invoice] Tax invoice
    [bill_of_supply] Bill of supply
   *[receipt] Receipt
}
print-number = Number
print-day = Date
print-order = Order
print-seller = Sold by
print-buyer = Sold to
print-gstin = GSTIN
print-enrolment = GST enrolment number
print-place = Place of supply
print-item = Item
print-hsn = HSN
print-qty = Quantity
print-price = Price
print-value = Taxable value
print-tax = Tax
print-amount = Amount
print-cgst = CGST
print-sgst = SGST/UTGST
print-igst = IGST
print-delivery = Delivery
print-total = Total
print-words = { $paise ->
    [none] Rupees { $rupees } only
   *[some] Rupees { $rupees } and { $paise } paise only
}
print-taxed = Prices include all taxes. Tax payable on reverse charge: no.
print-composition = Composition taxable person, not eligible to collect tax on supplies
print-untaxed = { $status ->
    [receipt] The seller is not registered under GST; no tax is charged.
   *[other] No tax is charged on these goods.
}
print-practice = Practice: no real bill
print-signature = For the seller, signature
