"""Countries, some of their parts and great cities, and the adjectives made of them: capitals that name no person."""

from articles.text.english.lists import listed, listed_lines

# The members of the United Nations by their common English names.
MEMBERS = listed_lines(
    """
    Afghanistan, Albania, Algeria, Andorra, Angola, Antigua and Barbuda, Argentina, Armenia, Australia, Austria,
    Azerbaijan, Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia,
    Bosnia and Herzegovina, Botswana, Brazil, Brunei, Bulgaria, Burkina Faso, Burundi, Cabo Verde, Cambodia,
    Cameroon, Canada, Central African Republic, Chad, Chile, China, Colombia, Comoros, Congo, Costa Rica, Croatia,
    Cuba, Cyprus, Czechia, Democratic Republic of the Congo, Denmark, Djibouti,
    Dominica, Dominican Republic, Ecuador, Egypt, El Salvador, Equatorial Guinea, Eritrea, Estonia, Eswatini,
    Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece, Grenada, Guatemala, Guinea,
    Guinea-Bissau, Guyana, Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel,
    Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kiribati, Kuwait, Kyrgyzstan, Laos, Latvia,
    Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Madagascar, Malawi, Malaysia,
    Maldives, Mali, Malta, Marshall Islands, Mauritania, Mauritius, Mexico, Micronesia, Moldova, Monaco, Mongolia,
    Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Niger,
    Nigeria, North Korea, North Macedonia, Norway, Oman, Pakistan, Palau, Panama, Papua New Guinea, Paraguay,
    Peru, Philippines, Poland, Portugal, Qatar, Romania, Russia, Rwanda, Saint Kitts and Nevis,
    St. Kitts and Nevis, Saint Lucia, St. Lucia, Saint Vincent and the Grenadines, St. Vincent and the Grenadines,
    Samoa, San Marino, São Tomé and Príncipe, Sao Tome and Principe, Saudi Arabia, Senegal, Serbia, Seychelles,
    Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia, South Africa, South Korea, South Sudan,
    Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Tajikistan, Tanzania, Thailand, Timor-Leste,
    Togo, Tonga, Trinidad and Tobago, Tunisia, Turkey, Türkiye, Turkmenistan, Tuvalu, Uganda, Ukraine,
    United Arab Emirates, United Kingdom, United States, Uruguay, Uzbekistan, Vanuatu, Venezuela, Vietnam, Yemen,
    Zambia, Zimbabwe
    """
)

# Other names of countries, lands and parts of the world.
LANDS = listed_lines(
    """
    Bosnia, Britain, Burma, Czech Republic, England, Gaza, Great Britain, Hong Kong, Korea, Kosovo, Macedonia,
    Northern Ireland, Palestine, Puerto Rico, Scotland, Taiwan, United States of America, Vatican, Wales, U.S.,
    US, U.K., UK, USA, U.S.A., EU, UAE, USSR, Soviet Union, America, Europe, Asia, Africa, Latin America,
    Middle East, West Bank, Crimea, Donbas, Kurdistan, Tibet, Kashmir, Catalonia, Siberia, Antarctica, Arctic,
    Oceania, Cape Verde, East Timor, Swaziland, Herzegovina, Barbuda, DR Congo, DRC, Trinidad, Tobago, Antigua,
    Côte d'Ivoire, Côte d’Ivoire, Holy See, Vatican City, Greenland, Bermuda, Guam, American Samoa, Gibraltar,
    Macau, Somaliland, Western Sahara, Chechnya, Dagestan, Transnistria, Abkhazia, South Ossetia, Nagorno-Karabakh
    """
)
COUNTRIES = MEMBERS | LANDS

CAPITALS = listed_lines(
    """
    Abidjan, Abu Dhabi, Abuja, Accra, Addis Ababa, Algiers, Amman, Amsterdam, Andorra la Vella, Ankara,
    Antananarivo, Apia, Ashgabat, Asmara, Astana, Asunción, Asuncion, Athens, Baghdad, Baku, Bamako,
    Bandar Seri Begawan, Bangkok, Bangui, Banjul, Basseterre, Beijing, Beirut, Belgrade, Belmopan, Berlin, Bern,
    Bishkek, Bissau, Bloemfontein, Bogotá, Bogota, Brasília, Brasilia, Bratislava, Brazzaville, Bridgetown,
    Brussels, Bucharest, Budapest, Buenos Aires, Bujumbura, Cairo, Canberra, Cape Town, Caracas, Castries,
    Chisinau, Chișinău, Colombo, Conakry, Copenhagen, Dakar, Damascus, Dhaka, Dili, Dodoma, Doha, Dublin,
    Dushanbe, Freetown, Funafuti, Gaborone, Georgetown, Gitega, Guatemala City, Hanoi, Harare, Havana, Helsinki,
    Honiara, Islamabad, Jakarta, Jerusalem, Juba, Kabul, Kampala, Kathmandu, Khartoum, Kyiv, Kiev, Kigali,
    Kingston, Kingstown, Kinshasa, Kuala Lumpur, Kuwait City, La Paz, Libreville, Lilongwe, Lima, Lisbon,
    Ljubljana, Lomé, Lome, London, Luanda, Lusaka, Madrid, Majuro, Malabo, Malé, Managua, Manama, Manila, Maputo,
    Maseru, Mbabane, Mexico City, Minsk, Mogadishu, Monrovia, Montevideo, Moroni, Moscow, Muscat, N'Djamena,
    N’Djamena, Nairobi, Nassau, Naypyidaw, New Delhi, Niamey, Nicosia, Nouakchott, Nuku'alofa, Nuku’alofa, Oslo,
    Ottawa, Ouagadougou, Palikir, Panama City, Paramaribo, Paris, Phnom Penh, Podgorica, Port Louis, Port Moresby,
    Port of Spain, Port Vila, Port-au-Prince, Porto-Novo, Prague, Praia, Pretoria, Pristina, Pyongyang, Quito,
    Rabat, Ramallah, Reykjavik, Reykjavík, Riga, Riyadh, Rome, Roseau, San José, San Jose, San Salvador, Sanaa,
    Santiago, Santo Domingo, São Tomé, Sao Tome, Sarajevo, Seoul, Skopje, Sofia, Stockholm, Sucre, Suva, Taipei,
    Tallinn, Tarawa, Tashkent, Tbilisi, Tegucigalpa, Tehran, Thimphu, Tirana, Tokyo, Tripoli, Tunis, Ulaanbaatar,
    Vaduz, Valletta, Victoria, Vienna, Vientiane, Vilnius, Warsaw, Washington, Wellington, Windhoek, Yamoussoukro,
    Yaoundé, Yaounde, Yerevan, Zagreb
    """
)

CITIES_AND_REGIONS = listed_lines(
    """
    Alabama, Alaska, Albany, Aleppo, Alberta, Alexandria, Arizona, Arkansas, Atlanta, Auckland, Austin, Baltimore,
    Barcelona, Belfast, Birmingham, Boston, Brisbane, British Columbia, Brooklyn, Buffalo, Calgary, California,
    Cambridge, Capitol Hill, Cardiff, Charleston, Charlotte, Chicago, Cincinnati, Cleveland, Colorado, Columbus,
    Connecticut, Dallas, Delaware, Delhi, Denver, Des Moines, Detroit, District of Columbia, Dubai, Edinburgh,
    Florida, Fort Worth, Frankfurt, Geneva, Glasgow, Guantanamo Bay, Hamburg, Hawaii, Hollywood, Houston, Idaho,
    Illinois, Indiana, Indianapolis, Iowa, Istanbul, Johannesburg, Kansas, Kansas City, Karachi, Kentucky,
    Kharkiv, Kherson, Lagos, Lahore, Las Vegas, Liverpool, Long Island, Los Angeles, Louisiana, Louisville, Lviv,
    Maine, Manchester, Manhattan, Mariupol, Maryland, Massachusetts, Mecca, Melbourne, Memphis, Miami, Michigan,
    Milan, Milwaukee, Minneapolis, Minnesota, Mississippi, Missouri, Montana, Montreal, Mumbai, Munich, Nashville,
    Nebraska, Nevada, New England, New Hampshire, New Jersey, New Mexico, New Orleans, New South Wales, New York,
    New York City, Newark, North Carolina, North Dakota, Nova Scotia, Oakland, Odesa, Odessa, Ohio, Oklahoma,
    Ontario, Oregon, Orlando, Oxford, Palm Beach, Pennsylvania, Perth, Philadelphia, Phoenix, Pittsburgh,
    Portland, Quebec, Queens, Queensland, Rhode Island, Richmond, Rio de Janeiro, Sacramento, Salt Lake City,
    San Antonio, San Bernardino, San Diego, San Francisco, Sao Paulo, Seattle, Shanghai, Silicon Valley,
    South Carolina, South Dakota, St. Louis, St. Petersburg, Sydney, Tampa, Tasmania, Tel Aviv, Tennessee, Texas,
    Toronto, Utah, Vancouver, Vermont, Virginia, Wall Street, Washington D.C., Washington DC, West Virginia,
    Wisconsin, Wyoming, Zurich, Midwest, South China Sea, Black Sea, Red Sea, Persian Gulf, Gulf Coast, Bay Area
    """
)

# Words that end or begin the name of a place: Clark County, the City of Clark.
KINDS_AFTER = listed("city county town township borough municipality province")
KINDS_OF = listed("city county town village borough municipality township province")

PLACES = COUNTRIES | CAPITALS | CITIES_AND_REGIONS

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
