"""Words that say where somebody is from: "filipino nurse", "indian accountant".

Before a job they leave the job what it is. Not every country is here, but where people write in
English of their work, and the wide words such as "african".
"""

from bot.advice.reading.text import stems

PEOPLES = frozenset(
    stems(
        "african albanian algerian american angolan arab argentinian armenian asian australian "
        "austrian azerbaijani bangladeshi belarusian belgian bengali bolivian bosnian brazilian "
        "british bulgarian burmese cambodian cameroonian canadian caribbean chilean chinese "
        "colombian congolese croatian cuban czech danish dominican dutch ecuadorian egyptian "
        "emirati english eritrean estonian ethiopian european filipina filipino finnish french "
        "gambian georgian german ghanaian greek guatemalan haitian honduran hungarian icelandic "
        "indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian "
        "kazakh kenyan korean kurdish kuwaiti latvian lebanese liberian libyan lithuanian malawian "
        "malaysian maltese mauritian mexican moldovan mongolian moroccan mozambican namibian "
        "nepalese nepali nigerian norwegian omani pakistani palestinian panamanian peruvian pinay "
        "pinoy polish portuguese qatari romanian russian rwandan salvadoran saudi scottish "
        "senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish swiss "
        "syrian taiwanese tanzanian thai tunisian turkish ugandan ukrainian uruguayan uzbek "
        "venezuelan vietnamese welsh yemeni zambian zimbabwean"
    )
)
