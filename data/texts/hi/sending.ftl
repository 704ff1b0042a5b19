# भेजना: कितने में, कब तक।
sending-charge = { $mark ->
    [sample] भेजने का ख़र्च { $delivery } (नमूना)
   *[sure] भेजने का ख़र्च { $delivery }
}
sending-unsaid = भेजने का ख़र्च इसमें नहीं जुड़ा है, दफ़्तर बताएगा।
sending-arrives = { $mark ->
    [sample] आपके यहाँ: { $first } से { $last } के बीच (नमूना)
   *[sure] आपके यहाँ: { $first } से { $last } के बीच
}
sending-too-far = { $name } बड़ा सामान है, इतनी दूर नहीं भेज पाते।
sending-not-from = { $name } से इतनी दूर नहीं भेज पाते; यह दूसरी जगह से आएगा।
