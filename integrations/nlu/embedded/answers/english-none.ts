/** What people say in English to a yes/no question, instead of an answer: one between two slashes. */
export const ENGLISH_NONE = `
where is my order / where's my parcel / when will it arrive / when does it get here / has it shipped / track my order / i want to return it /
i'd like to return my kettle / how do i return this / can i get a refund / when do i get my money back / i want a refund / cancel my order /
cancel my subscription / i want to cancel my plan / change my address / i need to change the delivery date / can i change the time /
i moved to a new flat / book a repair / i need a technician / i'd like to book an appointment / reschedule my appointment / my kettle is broken /
the kettle won't turn on / my router keeps dropping / no internet since monday / no sound from the left speaker / no picture on the screen /
the light is blinking red / it makes a strange noise / it smells of burning / the box was damaged / the glass is cracked / a part is missing /
i got the wrong colour / it arrived late / my parcel never came / no one answered the door / nobody was home / nobody called me back /
no tracking update for my order / right now i am at work / sure would like my parcel / the right side is silent /
it's the correct colour but too small / what is the difference / what do you mean / what does that mean / why do you ask / why is that /
how much is it / how much does it cost / what's the price / how long does it take / how long is the warranty / is it waterproof /
does it come in black / which one is cheaper / which is better / can i pay by card / do you ship abroad / what are your opening hours /
are you a robot / am i talking to a person / who are you / what can you do / can you help me / i need help / help / help me please /
i have a question / i have another question / one more thing / let me talk to a human / talk to an agent please / call me back / can someone call me /
i want to complain / this is ridiculous / you are useless / i've been waiting for weeks / start over / go back / repeat that please / say that again /
could you repeat the question / what was the question / speak japanese please / hello / hi there / good morning / hey / how are you /
nice to meet you / thanks / thank you so much / thanks for your help / bye / goodbye / have a nice day / see you / merry christmas / tell me a joke /
what's the weather like / i love you / you're funny / my name is alice / i'm john smith / it's tanaka / 14 elm street / 221b baker street london /
94107 / 0312345678 / ab123456 / order ab123457 / contract c-1002 / alice@example.com / tomorrow / tomorrow at three / next monday /
on friday afternoon / the 5th of may / in two weeks / 3 pm / around noon / any time after six / last week / yesterday evening / two / the second one /
the first / the last one / number three / option two / the blue one / the bigger one / the cheaper one / the premium plan / care plus / the kettle /
my vacuum cleaner / the rice cooker please / a new battery / two filters / fifty dollars / about 100 euros / by credit card / by bank transfer /
in cash / by email please / by text message / at the front desk / leave it at the door / leave it with the neighbour / to my office / to the shop /
the one i bought last week / the order from last month / add another item / i want to buy a filter / i'd like the extended warranty /
tell me more about the plan / show me my orders / show me the cheaper ones / send me the invoice / i need a receipt / resend the code /
i didn't get the code / i can't log in / i forgot my password / i was charged twice / why was i charged twice / my card was declined /
my bill is too high / there's a mistake on my bill / the app crashes / the app doesn't open / it stopped working yesterday / it stopped after a week /
it won't charge / it doesn't heat up / water is leaking from the bottom / the door doesn't close / the screen went black /
the remote doesn't respond / my wifi is slow / i dropped it / my dog chewed the cable / i lost the manual / where is the manual /
where do i find the serial number / what is a contract number / i have two orders / i ordered three of them / i ordered it online /
bought it in your shop / it was a gift / my husband ordered it / my wife lives there / i live in osaka / i'm moving next month /
we are on holiday in june / i'm at work until six / i have to go now / i have a cold / my son broke it / i am very angry / this is urgent /
i'm in a hurry / please hurry up / please be quick / please explain / explain that again / could you explain / can you check my order /
could you check the stock / can i ask something else / what happens next / what if i'm not home / what if it breaks again / is there a fee /
is it free / is that the final price / do i have to pay / do i need the box / how do i pack it / who pays for shipping / where should i send it /
when is the courier coming / can you come earlier / can it be delivered on sunday / could you deliver it to the shop / i want to pick it up /
change it to tuesday / make it five instead / make it the 12th / not monday but tuesday / not the kettle the toaster / i said blue not red /
it's nakamura not nakayama / update my phone number / delete my account / stop sending me emails / unsubscribe me / do not share my data /
what data do you keep / i'd like to speak english / is this a scam / is this call recorded / renew my contract / when does my contract end /
i'd like to upgrade / downgrade my plan / pause my plan / switch to the yearly plan / the yearly one / monthly / book a table for two /
play some jazz / set an alarm for seven / who won the game / i'm hungry / it's raining here / i watched a film last night / we had pizza yesterday /
say that one more time / once more / one more time please / again please / sorry what / huh / what / pardon / come again / i didn't hear you /
i didn't catch that / i missed that / i didn't get that / could you say it slower / speak up please / read it to me again / excuse me what was that /
wait what / connect me / put me through / put me through to someone / transfer me please / give me someone from support / somebody real please /
let me talk to your boss / hand me over to a colleague / no more bot please / a real employee please / i want a live person / get me a manager /
it's smoking / it gave me a shock / it caught fire / it's on fire / it is way too hot / there are sparks / i burned my hand / i smell gas /
it exploded / my son got hurt / water near the socket / i've had enough of your company / i'm very disappointed / you people keep letting me down /
that's an outrage / worst service ever / i'll never buy from you again / this is a joke / you're wasting my time / thanks a lot / many thanks / thx /
thank u / cheers / you've been very helpful / i appreciate it / well done / good bot / bad bot / nice talking to you / good evening / good afternoon /
greetings / yo / hiya / long time no see / introduce yourself / what's your name / how old are you / do you dream / tell me about yourself /
are you real / who made you / talk to you later / take care / good night / i'm bored / sing a song / vacuum won't turn on / it just keeps beeping /
it keeps restarting / there's no steam coming out / it turns itself off / the button is stuck / the display shows e4 / it won't connect to my phone /
the filter is clogged / the coffee tastes burnt / the fan is loud / battery drains fast / it takes forever to heat / the handle came off /
the lid doesn't close / i hear a rattling sound / i can't find the reset button / timer doesn't work / still nothing in the mail /
it says delivered but it isn't here / the tracking hasn't moved / my parcel is stuck / the courier left it outside / only one of three came /
i got someone else's parcel / half of it is missing / let me know when it ships / send it to another address / leave it with my neighbour please /
deliver it tomorrow instead / put it in the locker / i won't be home on friday / bring it after five / change the delivery please /
i don't want the plan to renew / stop the automatic renewal / turn off auto renewal / extend my plan / how do i renew / i'd like to stop my plan /
take me off the mailing list / end my contract please / i no longer want the vacuum / take the filter off my order / can i still cancel /
i ordered the wrong size / i ordered it by mistake / i pressed the wrong button / send me a new one / exchange it please / i want my money back /
give me a number between one and ten / what's two plus two / where are you from / my cat is cute / it's my birthday / i'm cooking dinner /
the train is late / i feel sick / my phone is about to die / i'm driving right now / what are my options / what else can you do / list them please /
the one with the blue handle / the one from may / the tall one / both of the filters / two of them / just the first item / only the kettle /
nothing arrived yesterday / I'm back, let's carry on with the steps / here again, where were we with the repair / right, on to the next step /
ok I'm home now, let's take up the steps again / back from work, what do I try next / let's pick up where we stopped /
hello again, go on with the instructions / ready for the next thing to try / let's do the following step then / what colours does the tablet come in /
my son has ordered something too / the lid doesn't close any more / who delivers to our village / there are two of us at this address /
is the shop in Osaka open on Sundays / I ordered three and got two / the remote has gone missing / how do I pair it with my phone /
that one was a present from my aunt / the courier left a card / it was working this morning / my name's spelt with a k / can the filter be washed /
which day would that be / the white one in the hall / it's on the second floor / about ten in the morning / I paid with my mum's card /
what happens to my points / could you tell me the price again / send it to my work instead / I meant the speaker, not the router /
it's for my father actually / does the plan cover water / the number on the back is worn off / I've got two of those / which number do you need /
the green light comes on twice / we're in Leeds / how many days have I got to return it / is there a cheaper plan / talk me through the steps again /
the app shows an error five / who took my order / I'm at the hospital with my wife / the door code is four four two one /
he's the one who signed for it / it came with a dent / next to the school / where do I find the serial number /
what's the difference between the two plans / I live above the bakery / can I have an invoice / the email went to my old address /
let me speak to your manager / somebody from the team please / there's a funny smell in the kitchen / are you still there / you type very fast
`;
