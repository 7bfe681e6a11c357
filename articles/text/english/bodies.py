"""Words that mark a capitalised name as that of a body, and well-known bodies whose names do not show it."""

from articles.text.english.lists import listed, listed_lines

BODY_WORDS = listed(
    """
    sun academy administration agency alliance army assembly association authority bank board brigade broadcasting
    bureau cabinet center centre chamber charity church club coalition college command commission committee
    company conference confederation congregation congress consortium constabulary convention cooperative
    corporation corps council court department division embassy enterprise enterprises examiner exchange
    federation fleet force forces foundation front fund government group guard guild guardian headquarters herald
    holdings hospital industries initiative inquirer institute institution international journal laboratory league
    legislature library media ministry mission mosque movement museum navy network networks news newspaper
    observatory observer office orchestra organisation organization parliament partners partnership party police
    post press project reserve review secretariat senate service services society standard studios syndicate synod
    systems task telegraph television theatre times treasury tribunal tribune trust union university inc corp ltd
    llc plc co gmbh airlines airways motors technologies records pictures entertainment bundestag duma knesset
    majlis caucus pac commons lords militia registry school seminary clinic dispatch gazette chronicle globe
    mirror magazine monitor
    """
)
# Body words that as the last word of a name decide alone; the others need company.
NEWS_BODIES = listed(
    """
    cnn bbc nbc cbs abc npr pbs msnbc cnbc espn reuters bloomberg politico axios newsmax breitbart yahoo buzzfeed
    forbes newsweek vox slate salon aljazeera interfax tass xinhua upi afp
    """
)
MEDIA_WORDS = listed(
    """
    times post news journal herald tribune examiner guardian telegraph gazette chronicle globe mirror magazine
    observer press inquirer dispatch review standard broadcasting television radio network daily weekly
    """
)
WELL_KNOWN = listed_lines(
    """
    UN, U.N., EU, E.U.,
    NATO, Hamas, Hezbollah, Taliban, Al-Qaeda, al-Qaeda, al Qaeda, Islamic State, ISIS, ISIL, Boko Haram,
    Pentagon, Kremlin, White House, Downing Street, Foreign Office, Home Office, Capitol, Congress, Senate,
    House of Representatives, House of Commons, House of Lords, Supreme Court, United Nations, European Union,
    World Bank, World Health Organization, Red Cross, Red Crescent, Amnesty International, Human Rights Watch,
    Greenpeace, Interpol, Europol, Mossad, CIA, FBI, NSA, DEA, EPA, NASA, IRS, FDA, FCC, SEC, FIFA, UEFA, UNICEF,
    UNESCO, OPEC, ASEAN, IMF, WHO, WTO, OSCE, IAEA, NRA, ACLU, AARP, AFL-CIO, GOP, DNC, RNC, Google, Facebook,
    Twitter, YouTube, Instagram, Microsoft, Apple, Amazon, IBM, Intel, Toyota, Boeing, Airbus, Volkswagen, Exxon,
    Shell, BP, Gazprom, Rosneft, Walmart, McDonald's, Starbucks, Netflix, Disney, Reuters, Associated Press,
    Agence France-Presse, Bloomberg, CNN, BBC, NBC, CBS, ABC, NPR, PBS, MSNBC, CNBC, Al Jazeera, Wikinews,
    Wikipedia, Wikimedia, Scotland Yard, Fox, Knesset, Duma, Bundestag, Politburo, Fatah, PLO, IRA, KGB, FSB, GRU,
    MI5, MI6, Mozilla, Telegram, TikTok, WhatsApp, OpenAI, SpaceX, Tesla, Sony, Samsung, Nokia, Huawei
    """
)
NOT_BODIES = listed(
    """
    us uk usa uae eu ussr tv dvd cd gdp dna hiv aids ceo cfo coo vip q&a pm am ad bc mp mps ufo faq id ok pc dj hr
    pr sms gps usb suv llp phd ma ba md jr sr ii iii iv vi vii xi est gmt utc pst edt u.s. u.k. d.c. rv atm
    """
)
