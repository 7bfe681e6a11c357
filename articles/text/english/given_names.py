"""Common given names, by the pronoun that usually goes with them."""

from articles.text.english.lists import listed

HE = listed(
    """
    aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alejandro aleksandr alessandro alex
    alexander alexei alexey alfred ali allan allen alvin amir anatoly anders andre andreas andrei andres andrew
    andriy andy angelo anthony antonio antonis ari arnold arthur asif august austin barry bashar ben benedict
    benjamin bernard bernie bert bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce
    bryan byron caleb calvin carl carlos cecil chad charles charlie chester chris christian christoph christopher
    chuck clarence claude clayton cliff clifford clint clinton cody colin conrad cory craig curt curtis dale damon
    dan daniel danny darrell darren dave david dean dennis denis derek dick diego dimitri dmitri dmitry dominic
    don donald doug douglas duncan dwayne dwight earl eddie edgar eduardo edward edwin eli elijah elliott elon
    emil emmanuel enrique eric erik ernest ernesto ethan eugene evan felipe felix fernando floyd francis francisco
    francois frank franklin fred frederick gabriel garrett gary gavin gene geoff geoffrey george gerald gerard
    gilbert giorgio giovanni glen glenn gordon graham grant greg gregory guillermo gus gustavo guy hamid hans
    harold harrison harry harvey hassan hector henri henry herbert herman hermann horace howard hubert hugh hugo
    hussein ian ibrahim igor imran isaac ismail ivan jack jackson jacob jacques jaime jake james jamie jan jared
    jason javier jay jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joachim joaquin joe joel johan
    john johnny jon jonathan jordan jorge jose josef joseph josh joshua juan julian julio julius justin karl keith
    ken kenneth kevin khalid khaled kirk klaus kurt kyle lamar lance larry lars laurence lawrence lee len leo leon
    leonard leonardo leonid leroy leslie lester lewis lindsey liam lloyd logan lorenzo lou louis luc luca lucas
    luis luke mahmoud malcolm manuel marc marcel marco marcus mario mark marshall martin marty marvin mathias matt
    matteo matthew maurice max maxim mehmet melvin michael michel miguel mike mikhail mitch mitchell mohamed
    mohammad mohammed muhammad morris moses murray mustafa nabil nathan nathaniel ned neil nelson nicholas nick
    nicolas nigel nikolai noah noel norman oleg oleksandr oliver omar orlando oscar osama otto owen pablo patrick
    paul pavel pedro percy perry pete peter petro phil philip philippe phillip pierre piers rafael ralph ramon
    randall randy raul ray raymond reggie reginald rene rex ricardo rich richard rick ricky rob robbie robby
    robert roberto rod rodney rodrigo roger roland rolf ron ronald ronnie ross roy ruben rudolf rudolph rudy
    russell ryan said saad salman salvador sam samuel saul scott sean sebastian serge sergei sergey sergio seth
    shane shaun shawn sidney simon sigmund spencer stan stanley stefan stephen steve steven stewart stuart sven
    tariq ted terence terrence terry theodore thomas tim timothy toby todd tom tommy tony travis trent trevor troy
    tucker ulrich umar vadim valentin vernon viacheslav victor viktor vincent virgil vitali vitaly vlad vladimir
    volodymyr wade wallace walter warren wayne wesley wilfred wilhelm will william willie winston wolfgang xavier
    yasser yevgeny yuri yusuf zachary marco doyle gil hal hank ike ira les mel mick mort nat norm norbert ollie
    reed roscoe rupert sheldon sherrod stu vance vern wendell wilbur zach
    """
)  # fmt: skip

SHE = listed(
    """
    abigail ada adele adriana agnes aisha alana alexandra alexis alice alicia alison allison alyssa amanda amber
    amelia amy ana anastasia andrea angela angelina anita ann anna anne annette annie antonia april ariana arlene
    ashley astrid audrey barbara beatrice becky belinda bernadette bernice bertha beth betsy betty beverly billie bonnie
    brenda bridget brittany brooke camille candace carla carly carmen carol carole caroline carolyn carrie
    cassandra catalina catherine cathy cecilia celeste celia charlene charlotte chelsea cheryl christina christine
    cindy claire clara clarissa claudia colleen connie constance cora courtney crystal cynthia daisy dana danielle
    daphne darlene dawn deborah debbie debra deirdre delia denise diana diane dina dolores donna dora doreen doris
    dorothy edith eileen elaine eleanor elena elise elisabeth eliza elizabeth ella ellen eloise elsa elsie emily
    emma erica erika erin ernestine esperanza estelle esther ethel eva eve evelyn faith fatima felicia fiona
    florence frances francesca gabriela gail genevieve georgia geraldine germaine gertrude gina ginger gladys
    glenda gloria grace greta gretchen gwen gwendolyn hannah harriet hazel heather heidi helen helena helga
    henrietta hilary hillary holly ida ilana ines ingrid irene irina iris irma isabel isabella isla ivy jackie
    jacqueline jamila jana jane janet janice jasmine jean jeanette jeanne jenna jennifer jenny jessica jill joan
    joann joanna joanne jocelyn jodi josephine joy joyce juanita judith judy julia juliana julianne julie juliet
    june kamala karen karin karla kate katherine kathleen kathryn kathy katie katrina kay kayla keisha kelly
    kendra kerry kimberly kirsten kristen kristin kristina kristine lara larisa laura lauren laurie leah leila
    lena lesley leticia lillian lily linda lisa liz liza lois lola loretta lori lorraine louise lucia lucille lucy
    luisa lydia lynn lynne mabel maddie madeleine madison maggie maia marcia margaret margarita maria mariam
    marian marianne marie marilyn marina marine marisa marjorie marla marlene martha mary maryam maureen maxine
    may megan meghan melanie melinda melissa mercedes mia michele michelle mildred miranda miriam molly mona
    monica muriel myra myrtle nadia nadine nancy naomi natalia natalie natasha nellie nicole nikki nina nora norma
    olga olive olivia pam pamela pat patricia patsy patty paula pauline pearl peggy penelope penny petra phoebe
    phyllis polly priscilla rachel ramona raquel rebecca regina renee rhonda rita roberta robin rosa rosalind
    rosanne rose rosemary rosie roxanne ruby ruth sabrina sadie sally samantha sandra sandy sara sarah selena
    shannon sharon sheila shelby shelley sherry shirley silvia simone sonia sophia sophie stacey stacy stella
    stephanie sue susan susanna susie suzanne svetlana sylvia tamara tammy tanya tara tatiana teresa theresa
    tiffany tina tracy tricia trudy ursula valentina valerie vanessa vera veronica victoria viola violet virginia
    vivian wanda wendy whitney wilma winifred yolanda yulia yvette yvonne zahra zoe
    """
)  # fmt: skip

BOTH = HE & SHE
GIVEN = HE | SHE
