# हो चुके ऑर्डर।
order-head = ऑर्डर { $number } · { $total }
order-item = { $qty } { $name }
order-state-placed = { $name } को बता दिया है, जवाब आना है।
order-state-accepted = { $name } में बन रहा है, { $date } तक।
order-state-part-offered = { $name } से इतना ही बन पाएगा। बनवा दें?
order-state-declined = { $name } से नहीं हो पाएगा। दफ़्तर दूसरा रास्ता देख रहा है।
order-state-ready = { $name } में तैयार है, अब भेजा जाएगा।
order-state-dispatched = { $name } ने भेज दिया है।
order-state-delivered = पहुँच गया।
order-state-cancelled = रद्द हो गया।
order-tracking = ट्रैकिंग नंबर { $tracking }

order-none = अभी आपका कोई ऑर्डर नहीं है।
order-not-found = यह आपके ऑर्डरों में नहीं मिला।
order-which = आपके ऑर्डर:
order-choose = चुनिए
order-row = { $number } · { $total }
order-row-day = { $date }
order-already = { $number } पहले ही हो चुका है।
order-others = मेरे और ऑर्डर
order-again = यही फिर मँगाएँ
order-help = कुछ ठीक नहीं है
order-take-part = हाँ, बनवा दीजिए
order-refuse-part = नहीं, रद्द कीजिए
order-part-taken = ठीक है। { $number } { $date } तक बनेगा। कुल { $total }।
order-part-refused = { $number } रद्द हो गया, इसका कुछ नहीं देना है।

order-cancel = ऑर्डर रद्द करें
order-cancel-which = कौन सा ऑर्डर रद्द करूँ?
order-cancel-sure = { $number } रद्द कर दूँ? कोई पैसा नहीं लगेगा।
order-cancel-yes = हाँ, रद्द कीजिए
order-cancel-no = नहीं, रहने दीजिए
order-cancelled-now = { $number } रद्द हो गया।
order-nothing-due = कुछ नहीं देना है।
order-cancel-rest = जो भेजा जा चुका है, वह रहेगा: { $total }।
order-cancel-late = सामान निकल चुका है, अब रद्द नहीं हो पाएगा। कुछ ठीक न हो तो दफ़्तर मदद करेगा।

handed-complaint = माफ़ कीजिए। दफ़्तर से 48 घंटे में यहीं जवाब आएगा। इसका नंबर: { $ticket }।
handed-payment = लिख लिया। दफ़्तर भुगतान देखकर यहीं बताएगा। इसका नंबर: { $ticket }।
handed-bulk = लिख लिया। दाम और तारीख़ दफ़्तर यहीं बताएगा, आम तौर पर दो कामकाजी दिन में। इसका नंबर: { $ticket }।
handed-booking = लिख लिया। कौन आ सकता है, दफ़्तर पूछकर यहीं बताएगा। इसका नंबर: { $ticket }।
handed-about = ऑर्डर { $number } के बारे में।
delivery-info = सामान आपके पते पर पहुँचता है। तारीख़ ऑर्डर से पहले दिखेगी; भेजने का ख़र्च अभी कुछ नहीं है।
delivery-place = { $pincode } { $district } में है।
