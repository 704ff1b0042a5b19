# Ho chuke order.
order-head = Order { $number } · { $total }
order-item = { $qty } { $name }
order-state-placed = { $name } ko bata diya hai, jawab aana hai.
order-state-accepted = { $name } mein ban raha hai, { $date } tak.
order-state-part-offered = { $name } se itna hi ban payega. Banwa dein?
order-state-declined = { $name } se nahi ho payega. Daftar dusra raasta dekh raha hai.
order-state-ready = { $name } mein taiyar hai, ab bheja jayega.
order-state-dispatched = { $name } ne bhej diya hai.
order-state-delivered = Pahunch gaya.
order-state-cancelled = Cancel ho gaya.
order-tracking = Tracking number { $tracking }

order-none = Abhi aapka koi order nahi hai.
order-not-found = Ye aapke orderon mein nahi mila.
order-which = Aapke order:
order-choose = Chuniye
order-row = { $number } · { $total }
order-row-day = { $date }
order-already = { $number } pehle hi ho chuka hai.
order-others = Mere aur order
order-again = Yahi phir mangwayein
order-help = Kuch theek nahi hai
order-take-part = Haan, banwa dijiye
order-refuse-part = Nahi, cancel kijiye
order-part-taken = Theek hai. { $number } { $date } tak banega. Kul { $total }.
order-part-refused = { $number } cancel ho gaya, iska kuch nahi dena hai.

order-cancel = Order cancel karein
order-cancel-which = Kaun sa order cancel karoon?
order-cancel-sure = { $number } cancel kar doon? Koi paisa nahi lagega.
order-cancel-yes = Haan, cancel kijiye
order-cancel-no = Nahi, rehne dijiye
order-cancelled-now = { $number } cancel ho gaya.
order-nothing-due = Kuch nahi dena hai.
order-cancel-rest = Jo bheja ja chuka hai, wo rahega: { $total }.
order-cancel-late = Saman nikal chuka hai, ab cancel nahi ho payega. Kuch theek na ho to daftar madad karega.

handed-complaint = Maaf kijiye. Daftar se 48 ghante mein yahin jawab aayega. Iska number: { $ticket }.
handed-payment = Likh liya. Daftar payment dekhkar yahin batayega. Iska number: { $ticket }.
handed-bulk = Likh liya. Daam aur tarikh daftar yahin batayega, aam taur par do kaamkaaji din mein. Iska number: { $ticket }.
handed-booking = Likh liya. Kaun aa sakta hai, daftar puchhkar yahin batayega. Iska number: { $ticket }.
handed-about = Order { $number } ke baare mein.
delivery-info = Saman aapke pate par pahunchta hai. Tarikh order se pehle dikhegi; bhejne ka kharch abhi kuch nahi hai.
delivery-place = { $pincode } { $district } mein hai.
