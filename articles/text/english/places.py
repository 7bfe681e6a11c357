"""Countries, some of their parts and great cities, and the adjectives made of them: capitals that name no person."""

from articles.text.english.lists import listed, listed_lines

COUNTRIES = listed_lines(
    """
    Afghanistan, Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain,
    Bangladesh, Belarus, Belgium, Benin, Bolivia, Bosnia, Botswana, Brazil, Britain, Bulgaria, Burma, Burundi,
    Cambodia, Cameroon, Canada, Chile, China, Colombia, Congo, Costa Rica, Croatia, Cuba, Cyprus, Czech Republic,
    Denmark, Dominican Republic, Ecuador, Egypt, El Salvador, England, Eritrea, Estonia, Ethiopia, Fiji, Finland,
    France, Gabon, Gambia, Gaza, Georgia, Germany, Ghana, Great Britain, Greece, Guatemala, Guinea, Guyana, Haiti,
    Honduras, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast,
    Jamaica, Japan, Jordan, Kazakhstan, Kenya, Korea, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Liberia,
    Libya, Lithuania, Luxembourg, Macedonia, Madagascar, Malawi, Malaysia, Mali, Malta, Mauritania, Mauritius,
    Mexico, Moldova, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands, New Zealand,
    Nicaragua, Niger, Nigeria, North Korea, Northern Ireland, Norway, Oman, Pakistan, Palestine, Panama,
    Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Puerto Rico, Qatar, Romania, Russia, Rwanda,
    Saudi Arabia, Scotland, Senegal, Serbia, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa,
    South Korea, South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Taiwan, Tajikistan,
    Tanzania, Thailand, Togo, Tunisia, Turkey, Turkmenistan, Uganda, Ukraine, United Arab Emirates,
    United Kingdom, United States, United States of America, Uruguay, Uzbekistan, Vatican, Venezuela, Vietnam,
    Wales, Yemen, Zambia, Zimbabwe, U.S., US, U.K., UK, USA, U.S.A., EU, UAE, USSR, Soviet Union, America, Europe,
    Asia, Africa, Latin America, Middle East, West Bank, Crimea, Donbas, Kurdistan, Tibet, Kashmir, Catalonia,
    Siberia, Antarctica, Arctic, Oceania
    """
)

CITIES_AND_REGIONS = listed_lines(
    """
    Abu Dhabi, Addis Ababa, Alabama, Alaska, Albany, Aleppo, Alberta, Alexandria, Amsterdam, Ankara,
    Arizona, Arkansas, Athens, Atlanta, Auckland, Austin, Baghdad, Baltimore, Bangkok, Barcelona, Beijing, Beirut,
    Belfast, Belgrade, Berlin, Birmingham, Bogota, Boston, Brasilia, Bratislava, Brisbane, British Columbia,
    Brooklyn, Brussels, Bucharest, Budapest, Buenos Aires, Buffalo, Cairo, Calgary, California, Cambridge,
    Canberra, Cape Town, Capitol Hill, Caracas, Cardiff, Charleston, Charlotte, Chicago, Cincinnati, Cleveland,
    Colorado, Columbus, Connecticut, Copenhagen, Damascus, Dallas, Dakar, Delaware, Delhi, Denver, Des Moines,
    Detroit, Dhaka, District of Columbia, Doha, Dubai, Dublin, Edinburgh, Florida, Fort Worth, Frankfurt, Geneva,
    Glasgow, Guantanamo Bay, Hamburg, Hanoi, Havana, Hawaii, Helsinki, Hollywood, Houston, Idaho, Illinois,
    Indiana, Indianapolis, Iowa, Islamabad, Istanbul, Jakarta, Jerusalem, Johannesburg, Kabul, Kansas,
    Kansas City, Karachi, Kentucky, Kharkiv, Kherson, Kiev, Kyiv, Kinshasa, Lagos, Lahore, Las Vegas, Lima,
    Lisbon, Liverpool, London, Long Island, Los Angeles, Louisiana, Louisville, Lviv, Madrid, Maine, Manchester,
    Manhattan, Manila, Mariupol, Maryland, Massachusetts, Mecca, Melbourne, Memphis, Miami, Michigan, Milan,
    Milwaukee, Minneapolis, Minnesota, Minsk, Mississippi, Missouri, Montana, Montreal, Moscow, Mumbai, Munich,
    Nairobi, Nashville, Nebraska, Nevada, New Delhi, New England, New Hampshire, New Jersey, New Mexico,
    New Orleans, New South Wales, New York, New York City, Newark, North Carolina, North Dakota, Nova Scotia,
    Oakland, Odesa, Odessa, Ohio, Oklahoma, Ontario, Oregon, Orlando, Oslo, Ottawa, Oxford, Palm Beach, Paris,
    Pennsylvania, Perth, Philadelphia, Phoenix, Pittsburgh, Portland, Prague, Pretoria, Pyongyang, Quebec, Queens,
    Queensland, Rhode Island, Richmond, Riga, Rio de Janeiro, Riyadh, Rome, Sacramento, Salt Lake City,
    San Antonio, San Bernardino, San Diego, San Francisco, San Jose, Sanaa, Santiago, Sao Paulo, Sarajevo,
    Seattle, Seoul, Shanghai, Silicon Valley, Sofia, South Carolina, South Dakota, St. Louis, St. Petersburg,
    Stockholm, Sydney, Taipei, Tallinn, Tampa, Tasmania, Tehran, Tel Aviv, Tennessee, Texas, Tokyo, Toronto,
    Tripoli, Tunis, Utah, Vancouver, Vermont, Victoria, Vienna, Vilnius, Virginia, Wall Street, Warsaw,
    Washington, Washington D.C., Washington DC, Wellington, West Virginia, Wisconsin, Wyoming, Yerevan, Zagreb,
    Zurich, Midwest, South China Sea, Black Sea, Red Sea, Persian Gulf, Gulf Coast, Bay Area
    """
)

PLACES = COUNTRIES | CITIES_AND_REGIONS

COMPASS = listed("north south east west northern southern eastern western central upper lower")
ADJECTIVES = listed(
    """
    afghan african albanian algerian american angolan arab argentine argentinian armenian asian australian
    austrian azerbaijani bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese
    cambodian canadian chechen chilean chinese colombian congolese croatian cuban cypriot czech danish dutch
    ecuadorian egyptian english estonian ethiopian european finnish french georgian german ghanaian greek haitian
    hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese jordanian kazakh
    kenyan korean kosovar kurdish kuwaiti latvian lebanese liberian libyan lithuanian malaysian maltese mexican
    moldovan mongolian moroccan nepalese nigerian norwegian omani pakistani palestinian panamanian peruvian
    philippine filipino polish portuguese qatari romanian russian rwandan saudi scottish senegalese serbian
    singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tanzanian thai tibetan
    tunisian turkish ugandan ukrainian uzbek venezuelan vietnamese welsh western eastern northern southern yemeni
    zambian zimbabwean catholic christian muslim jewish islamic protestant evangelical sunni shiite republican
    democratic democrat conservative liberal labour tory texan californian latino hispanic soviet federal
    """
)

# The states of the USA as American papers shorten them behind a town.
STATES_IN_SHORT = listed(
    """
    ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. mass. md. mich. minn. miss. mo. mont. neb.
    nev. okla. ore. pa. tenn. tex. va. vt. wash. wis. wyo. n.h. n.j. n.y. n.c. n.d. n.m. s.c. s.d. r.i. w.va. d.c.
    """
)
