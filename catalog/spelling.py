"""One way of reading what people really type: Devanagari, romanised Hindi and English, with SMS spellings.

Pure and standard library only, because the understanding server (another environment) imports it too:
the sentences it was trained on and the sentences the shop reads must be normalised by the same code.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from catalog.figures import figures

_DEVA_WORD = re.compile(r"[\u0900-\u0963\u0971-\u097f]")
_LATIN = re.compile(r"[a-z]")

_INVISIBLE = dict.fromkeys(
    [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x00AD, 0x2060, 0xFE0E, 0xFE0F, 0xFEFF]
)
# Nukta letters lose the dot (people leave it out); chandrabindu is written anusvara by most keyboards.
_DEVANAGARI = {0x093C: None, 0x0901: 0x0902, 0x0964: ord(" "), 0x0965: ord(" "), 0x0970: ord(".")}
_DIGITS = {0x0966 + n: ord(str(n)) for n in range(10)}
_FRACTION = re.compile(r"(\d*)\s?([½¼¾])")
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_DASHES = dict.fromkeys([0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFF0D], ord("-"))
_QUOTES = dict.fromkeys([0x2018, 0x2019, 0x02BC, 0x0060, 0x00B4], ord("'"))
# Vowel signs typed in two parts, as some keyboards do: शाॅल is शॉल.
_PARTS = (("अा", "आ"), ("आे", "ओ"), ("आै", "औ"), ("आॅ", "ऑ"), ("एे", "ऐ"), ("ाॅ", "ॉ"), ("ाे", "ो"), ("ाै", "ौ"))
# A nasal before its own class is written with anusvara today: सन्तरा = संतरा, कम्बल = कंबल.
_NASAL = re.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")
_ACCENT = re.compile(r"[\u0300-\u036f]")
_REPEATED = re.compile(r"([^\W\d_]|[\u0900-\u0963])\1{2,}")
_TOKEN = re.compile(
    r"\d{1,4}[/-]\d{1,2}[/-]\d{2,4}(?!\d)"  # a date: 12/11/2026
    r"|\d+(?:\.\d+)?-\d+(?:\.\d+)?(?![\d-])"  # a range: 2-3
    r"|\d+/\d+(?!\d)"  # a fraction or slash number: 1/2
    r"|\d+(?:\.\d+)?"
    r"|[\u0900-\u0963\u0971-\u097f]+"
    r"|[^\W\d_\u0900-\u097f]+(?:'[^\W\d_\u0900-\u097f]+)?"
    r"|[@%₹+?]"
)
_EMOJI = re.compile(r"[\u2600-\u27bf\U0001f000-\U0001faff]")


def normalise(text: str) -> str:
    """`text` in one spelling: words, numbers and the signs ``@ % ₹ + ?`` and emoji, one space apart.

    Lower case, no nukta, ASCII digits, ``ँ`` as ``ं``, a letter at most twice in a row, digits kept as they
    are, ``2kg`` and ``₹500`` as two tokens, ``1,250`` as ``1250``, ranges (``2-3``), dates and decimals kept
    whole. Normalising twice changes nothing. Never raises; an empty or unreadable text gives ``""``.
    """
    return " ".join(_split(_clean(text)))


def tokens(text: str) -> list[str]:
    """The words and numbers of `normalise(text)`; a Devanagari word stays whole with its matras."""
    return normalise(text).split()


def _clean(text: str) -> str:
    # NFKC folds full-width letters, ligatures and every odd space; it never joins Devanagari differently.
    text = text.translate(_INVISIBLE)
    text = _FRACTION.sub(lambda m: f"{m[1] or 0}{_FRACTIONS[m[2]]}", text)
    text = unicodedata.normalize("NFKC", text).casefold()
    # Decomposed, so that the nukta and accents over roman letters can be left out.
    text = _ACCENT.sub("", unicodedata.normalize("NFD", text).translate(_DEVANAGARI))
    text = unicodedata.normalize("NFC", text).translate(_DIGITS).translate(_DASHES).translate(_QUOTES)
    for parts, whole in _PARTS:
        text = text.replace(parts, whole)
    text = _NASAL.sub("ं", text)
    text = _REPEATED.sub(r"\1\1", text)
    return figures(text)


def _split(text: str) -> list[str]:
    found = [(m.start(), m.group()) for m in _TOKEN.finditer(text)]
    found += [(m.start(), m.group()) for m in _EMOJI.finditer(text)]
    return [word for _, word in sorted(found)]


# --- which script ---------------------------------------------------------------------------------------


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _pairs(listed: str) -> dict[str, str]:
    words = listed.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_HINDI_WORDS = _words(
    """
    aadha aaj aao aap aapka aapke aapki aapko aath aaya aaye aayega aayegi aayi ab abhi accha acchi acha
    achha achhe achhi adha aisa aise aisi andar apka apke apki apko apna apne apni aur ba baad baaki baani
    baat baba bada bade badi bahut bas bata batado bataen bataiye batana batao bataye bhai bhaisaab bhaiya
    bhaiyya bhej bheja bhejdo bhejenge bhejiye bhejna bhejo bhejoge bhi bhot bilkul bina bohot bol bolna
    bolo chaahiye chahea chahi chahie chahiye chahta chahte chahti chaiye chalega chalegi chalo char chaye
    chhe chhod chhota chhoti chod chodo chota choti daam dam das dedh dedo dekh dekhna dekhni dekho dena
    denge deta dete deti dhaai dhai dhanyavad dhanyawad didi dijie dijiye dikha dikhado dikhaiye dikhana
    dikhao diya diye doge dono doosra doosri dusra dusri ek fir gaya gaye gayi ghar h haa haan haanji hai
    hain hajar hamar hamara hamare hamari hame hamein hamni han hanji hata hatado hatao hazaar hazar hlo hn
    hnji ho hoga hoge hogi hona honge hoon hota hote hoti hu hua hui hum hun huye idhar inme isi iska iske
    iski isko isme ispe itna itne itni jab jaega jaegi jaisa jaise jaldi jana jao jata jaye jayega jayegi
    jee ji jo jyada ka kaam kab kabhi kaha kahan kaisa kaisan kaise kaisi kal kam kar kardo karein karenge
    kariye karke karna karne karni karo karta karte karti karunga karungi karwa karwana kaun kaunsa kb ke
    kese ketna kha ki kidhar kisi kiske kisko kisne kithe kitna kitnay kitne kitni ko koi kon konsa krdo
    krke krna kro krte kuch kuchh kuchu kul kya kyo kyon kyu kyun kyunki lag laga lagega lagegi lagta le
    lekin lena lene lenge leni li lijiye liya liye lo lunga lungi maal magar mai main manga mangana mangaya
    mangwana mat matlab mein mera mere meri mhare mila mile milega milegi milenge milna milta milti mujhe
    mujhko mujhse na nahee nahi nahin nai namaskar namaste nau naya nayi ne neeche nhi niche nikal nikaldo
    nikalo ny paanch pahle pahuchega pahuncha pahunchega paisa paisay paise panch par parso parson pasand
    pata paune pe pehle phir poora pura purana purani puri raha rahe rahega rahi rahne rakh rakhna rakho
    rehne rehno ruko rupaiya rupay rupaye rupya saadhe saat saath sab sabhi sabse sadhe sahi sakta sakte
    sakti samaan samajh saman sau sawa shukriya sirf tak tarah teen tera tha theek thek thi thik thoda thode
    thodi to toh tohar tum tumhara udhar unka use uska uske usko usme usse vala vale vali waha wahan wala
    wale wali wapas wapis wo woh yaar yah yaha yahan ye yeh zara zyada
    """
)
# Read as Hindi only beside another Hindi word: they are English (or names) as well.
_EITHER = _words(
    """
    bas dam do ha han has hi ho in is jo kam ki le lo main me na par sab so the to us use
    """
)
_ENGLISH_WORDS = _words(
    """
    a about above after again all also am an and any are as at available back be been before best big bring
    but buy by call can cancel cheap check color colour cost could day days deliver delivered delivery did
    do does don't done else for from get give going good got great had has have hello hey hi his how hurry i
    i'm if in into is isn't it it's its just know large last let like long look looking made make many may
    me more most much my name need never new next no nope not nothing now of ok okay old on one only open or
    order other our out over paid pay payment please pls plz price ready really return right say see sell
    send shall ship should show small so some something soon still stop sure take talk tell thank thanks
    that the their them then there these they thing this those to today tomorrow too track two under up us
    use very wait want was we well were what what's when where which who why will with without won't would
    wrong yes yesterday yet you your
    """
)
# Words that are English alone but Hindi together.
_HINDI_PAIRS = frozenset({"kar do", "de do", "le lo", "ho to", "kam do", "bas do"})
_HINDI_ENDING = re.compile(
    r"(?:[^aeiou]iye|[^aeiou]iyega|ijiye|iyo|unga|ungi|enge|engi|oge|egaa?|egi|aunga|aungi|wana|wao|wado|kar(?:o|do|ke)|"
    r"ao|aiye|dijiye|lijiye|aane|wala|wale|wali|waala|waale|waali|aiyo|taa|tey)$"
)


def script(text: str) -> str:
    """How the person writes: ``deva``, ``latin_hi`` (romanised Hindi), ``en`` or ``mixed``.

    A borrowed word never flips it: one Devanagari word among English ones, or English nouns inside Hindi
    grammar. Text without a letter (digits, emoji) gives ``mixed``.
    """
    words = tokens(text)
    deva = sum(1 for word in words if _DEVA_WORD.search(word))
    latin = [word for word in words if _LATIN.search(word)]
    if deva and deva >= len(latin):
        return "deva"
    if not latin:
        return "mixed"
    # Devanagari beside more Latin words: borrowed shop words do not hide Devanagari grammar.
    if deva * 3 >= len(latin):
        return "mixed"
    return "latin_hi" if _romanised_weight(latin) > 0 else "en"


def _romanised_weight(latin: list[str]) -> float:
    """Above 0 when Hindi grammar carries the sentence; English function words pull the other way."""
    weight = 0.0
    either = 0
    if {f"{one} {other}" for one, other in pairwise(latin)} & _HINDI_PAIRS:
        weight += 1.5
    for word in latin:
        squeezed = _REPEATED_ANY.sub(r"\1", word)
        hindi = word in _HINDI_WORDS or squeezed in _HINDI_WORDS
        english = word in _ENGLISH_WORDS
        if word in _EITHER or (hindi and english):
            either += 1
        elif hindi:
            weight += 1.0
        elif english:
            weight -= 0.6
        elif len(word) > 4 and _HINDI_ENDING.search(word):
            weight += 0.7
    if weight == 0 and len(latin) > 1 and "do" in latin:  # "2 kilo do": no English word beside it
        return 0.5
    return weight + (0.5 * either if weight > 0 else 0.0)


_REPEATED_ANY = re.compile(r"([a-z])\1+")

# --- soft fold ------------------------------------------------------------------------------------------

# Applied in this order; "-" leaves the match out.
_SOFT = [
    (re.compile(pattern), "" if into == "-" else into)
    for pattern, into in _pairs(
        r"""
        ph f   w v   z j   q k   x ks   chh ch   ck k   c(?!h) k   sh s   ee|ii i   oo|uu|ou(?=.) u   ey$ i
        ai(?!y)|ei|ay(?![aeiou])|ey(?=.) e   au|ow(?=.)|av(?=[bcdfghjklmnpqrstvyz]) o   aa a
        ([bdgjkpt])h(?=[bcdfghjklmnpqrstvxyz]|$) \1   iy(?=[aeu]) i   (?<=[aeo])y(?=$) i
        (?<=[b-df-hj-np-tv-z])y$ i   (?<=[aeiou])h(?=[^aeiou]|$) -   ([b-df-hj-np-tv-z])\1+ \1
        m(?=[bp]) n
        """
    ).items()
]


@lru_cache(maxsize=16384)
def fold(token: str) -> str:
    """A soft key for matching names across spellings: achaar = achar = achhar, shawl = shaul, अचार = achar.

    Vowel length, doubled letters, ph/f, w/v, z/j, c/k, sh/s and a silent final h go; the vowels themselves
    and the length of the word stay, so that sab is not sabun, nahi not nahan, kul not kullu.
    """
    word = _romanise_word(token) if _DEVA_WORD.search(token) else token.casefold()
    for pattern, into in _SOFT:
        word = pattern.sub(into, word)
    return word


# --- Devanagari to roman --------------------------------------------------------------------------------


_CONSONANTS = _pairs(
    """
    क k ख kh ग g घ gh ङ n च ch छ chh ज j झ jh ञ n ट t ठ th ड d ढ dh ण n त t थ th द d ध dh न n
    प p फ ph ब b भ bh म m य y र r ल l व v श sh ष sh स s ह h ळ l
    """
)
_VOWELS = _pairs("अ a आ aa इ i ई ee उ u ऊ oo ऋ ri ए e ऐ ai ओ o औ au ऑ o ऍ e ऎ e ऒ o")
_MATRAS = _pairs("ा aa ि i ी ee ु u ू oo ृ ri े e ै ai ो o ौ au ॉ o ॅ e ॆ e ॊ o")
_HALANT, _ANUSVARA, _VISARGA = "्", "ं", "ः"
_SPECIAL = _pairs("यह yeh वह woh ये ye वो wo में mein मैं main हां haan नहीं nahi नही nahi और aur है hai हैं hain क्या kya")


def romanise(text: str) -> str:
    """`normalise(text)` with every Devanagari word in roman letters, as people type them (no diacritics).

    Inherent a's that are not spoken are left out (करना → karnaa, शाल → shaal); other words pass unchanged.
    """
    return " ".join(_romanise_word(word) if _DEVA_WORD.search(word) else word for word in tokens(text))


@lru_cache(maxsize=16384)
def _romanise_word(word: str) -> str:
    if word in _SPECIAL:
        return _SPECIAL[word]
    units = _syllables(word.replace("ज्ञ", "ग्य"))
    _drop_silent(units)
    for unit, following in pairwise(units):
        if unit[2] == "n" and following[0][:1] in ("p", "b", "m"):
            unit[2] = "m"
    return "".join(onset + vowel + nasal for onset, vowel, nasal in units)


def _syllables(word: str) -> list[list[str]]:
    """[onset, vowel, nasal] per letter; the inherent vowel is written ``A`` until silent ones are dropped."""
    units: list[list[str]] = []
    for letter in unicodedata.normalize("NFC", word):
        if letter in _CONSONANTS:
            units.append([_CONSONANTS[letter], "A", ""])
        elif letter in _VOWELS:
            units.append(["", _VOWELS[letter], ""])
        elif not units:
            continue
        elif letter in _MATRAS:
            units[-1][1] = _MATRAS[letter]
        elif letter == _HALANT:
            units[-1][1] = ""
        elif letter in (_ANUSVARA, "ँ"):
            units[-1][2] = "n"
        elif letter == _VISARGA:
            units[-1][2] = "h"
    return units


def _drop_silent(units: list[list[str]]) -> None:
    """Schwa deletion: silent at the end, and between VC_CV when read from the right (लड़का → ladka)."""
    last = len(units) - 1
    for at in range(last, -1, -1):
        _, vowel, nasal = units[at]
        if vowel != "A":
            continue
        silent_end = at == last and at > 0 and not nasal and units[at - 1][1] != ""
        between = (
            0 < at < last
            and not nasal
            and units[at - 1][1] != ""
            and units[at + 1][1] != ""
            and units[at + 1][0] != ""
            and (at + 1 < last or units[at + 1][1] != "A")
        )
        units[at][1] = "" if silent_end or between else "a"
