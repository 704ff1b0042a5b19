training-learn = Learn how it works
    .short = Learn
training-practise = A practice order
    .short = Practice order
training-next = Next lesson
    .short = Next
training-again = Once more
    .short = Once more
training-leave = Stop practising
    .short = Stop practising
training-help = Beside your orders:
training-head = Lesson { $number } of { $of }
training-lesson = { $about ->
    [coming] A new order comes here by itself: what, how many, by when. Below it are three buttons.
    [answers] You can make all of it: tap "We'll make it". Not all: "Only a part". Nothing: "We can't". An early no is better than a late yes.
    [sending] When it is packed, tap "It is ready"; when it is on its way, "Sent". The buyer hears it from us.
    [goods] Goods have become fewer or more? Write it, as you would say it: "12 pickles left", "shawl finished".
   *[rest] Closed for some days? Write "closed for 3 days". Questions? Write "I want to talk to a person". Your joining code is yours alone.
}
training-mark = PRACTICE: nothing of this is real.
training-goods = shawl
training-order = { $first ->
    [accept] Order PRACTICE-1: 2 × { $name }, in four days. What do you say?
    [ready] Order PRACTICE-1: 2 × { $name }. It has been accepted. When it is packed, tap "It is ready".
   *[sent] Order PRACTICE-1: 2 × { $name }. It is packed. When it is on its way, tap "Sent".
}
training-said = { $said ->
    [accept] Good. The buyer would hear now that you make it. Packed? Then tap the button.
    [part] We would ask how many, and then ask the buyer. Try the whole order now.
    [decline] Another group would be asked. That is no shame. Try the other answer now.
    [ready] Good. Whoever sends parcels would hear it. On its way? Then tap the button.
   *[sent] Good. We would ask for the parcel's number and tell the buyer.
}
training-address = Only now an address would be shown: Practice Lane 1, Practice Town.
training-finished = You can do all of it. Real orders have a number that begins with HT-.
training-so-far = Lessons: { $lessons } of { $of }{ $practised ->
    [True] , practice order done
   *[other] {""}
}
