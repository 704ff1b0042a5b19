# Sending: what it costs, when it comes.
sending-charge = { $mark ->
    [sample] Delivery { $delivery } (sample)
   *[sure] Delivery { $delivery }
}
sending-unsaid = Delivery is not in this total: the office tells you its charge.
sending-arrives = { $mark ->
    [sample] At your place: { $first } to { $last } (sample)
   *[sure] At your place: { $first } to { $last }
}
sending-too-far = { $name } is too big to be sent that far.
sending-not-from = { $name } does not send it that far; it will come from another place.
