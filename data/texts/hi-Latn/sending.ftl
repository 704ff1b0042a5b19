# Bhejna: kitne mein, kab tak.
sending-charge = { $mark ->
    [sample] Bhejne ka kharch { $delivery } (namoona)
   *[sure] Bhejne ka kharch { $delivery }
}
sending-unsaid = Bhejne ka kharch ismein nahi juda hai, daftar batayega.
sending-arrives = { $mark ->
    [sample] Aapke yahan: { $first } se { $last } ke beech (namoona)
   *[sure] Aapke yahan: { $first } se { $last } ke beech
}
sending-too-far = { $name } bada saman hai, itni door nahi bhej paate.
sending-not-from = { $name } se itni door nahi bhej paate; ye doosri jagah se aayega.
