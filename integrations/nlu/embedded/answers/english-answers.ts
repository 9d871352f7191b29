import type { AnswerPhrases } from './answer-phrases.ts';

/** What people say in English to a yes/no question, one between two slashes; `none` is what they say instead of an answer. */
export const ENGLISH_ANSWERS: AnswerPhrases = {
  yes: `
yes / yes please / yep that's the one / yeah that's mine / yup all correct / sure go ahead / ok do that / of course /
mhm that's the one / uh huh that's it / yes exactly / that's the right one / this is the one i mean / that's my order /
that's the one i meant / that is my address / that's my email / yes that's my number / it's that one / it's mine /
that would be me / that's me alright / speaking / it's me / yes this is he / you've got it right / you got that right /
that matches what i have / matches mine / it matches / same as on my receipt / that checks out / it checks out /
all correct / everything's correct / everything looks right / everything is in order / details are right /
the details look fine / the address is right / the number is right / that address is still good / still the same address /
spot on / bang on / nailed it / bingo / you guessed it / right on / quite right / too right / dead right /
that's about right / just so / that's the gist / that's what i said / that's what i want / that's what i need /
that's what i was after / just what i wanted / exactly what i meant / precisely that / the very same / the very one /
why not go for it / why not let's try / oh why not / sure why the hell not / i don't see why not / can't see why not /
i see no reason not to / couldn't hurt / can't hurt to try / won't hurt / might as well / may as well / let's give it a go /
let's give it a try / give it a shot / worth a try / worth a shot / i'll give it a try / i'm game / i'm up for it /
i'm down / i'm down for that / count on it / count me in / let's do this / let's roll / let's get it over with /
let's get on with it / get on with it / get it done please / make it happen / fire away / hit it / shoot /
knock yourself out / feel free / be my guest / please feel free / you may / you have my ok / you have my blessing /
permission granted / green light / you're cleared to proceed / i consent / i give my consent / i'm happy to / happy to /
happy with that / i'm happy for you to do that / more than happy to / i'd be glad to / glad to / i'd be delighted /
delighted to / love to / i'd love that / would love to / that'd be lovely / that would be ideal / that would be wonderful /
that would help / that would be a big help / that helps a lot / yes that helps / much appreciated please do /
if you could please / if you would / if you don't mind / if you can yes / yes if possible / if it's not too much trouble /
please and thank you / please go ahead and do that / do go ahead / go right ahead / go on then / oh go on then /
all right then go on / carry on please / please continue / keep going / please proceed / you can proceed /
proceed as planned / as planned / book it in / book me in / put me down for it / put it through / send it over /
send it my way / send it please / submit it / lock it in / that's settled then / it's a deal / you've got a deal /
deal done / sold / done and done / sign me up / i'll have it / i'll take that one / i'll go with that / i'll go for it /
go with that / we can go with that / let's go with that / let's stick with that / that one please / that one's good /
this one will do / that'll do nicely / that'll do fine / that does it / does the job / good enough / good enough for me /
close enough / i can live with that / that suits me / suits me fine / that suits me perfectly / works for us /
that'll work / that should work / should be fine / that should be fine / that's fine by me / that's ok with me /
it's ok with me / i'm ok with that / i'm cool with that / i'm fine with it / i have no problem with that /
no problem for me / no objections here / no issues with that / no complaints / nothing against it /
i've nothing against that / sounds about right / sounds like a plan / sounds perfect / sounds lovely / sounds reasonable /
seems fine / seems right to me / looks right / looks fine to me / looks alright / all good from my side / all fine here /
all good yep / we're good to go / good to go / ready when you are / i'm ready / ready / ready to go / all set go /
i agree with that / i totally agree / agreed let's do it / agree / fully agree / can't argue with that / you're right /
you are correct / true that / that's true / so true / very true / that's a fact / it is indeed / it sure is /
it certainly is / sure is / sure does / sure do / sure did / i sure would / i certainly would / i most definitely do /
i do indeed / indeed i do / i believe so / i think so yes / i should think so / i'd think so / i imagine so /
i suppose that's right / i guess that's right / pretty sure yes / pretty sure it is / i'm pretty sure that's it /
i'm fairly sure it's right / i'm certain / i'm positive / no doubt about it / without question / beyond doubt /
you know it / you betcha / for real / hundred percent / a hundred percent yes / a thousand times yes / big yes /
yes yes a thousand times / hell yeah do it / oh yes / oh yeah / oh definitely / but of course / why of course / naturally /
goes without saying / obviously yes / clearly / totally / absolutely do it / definitely do / definitely want that /
want it / i want it / i do want that / i'd want that / i would indeed / i would please / would be great / would be nice /
that'd be super / ta that'd be grand / grand / aye go on / aye that's it / righto / right you are / very good go ahead /
jolly good / splendid / marvellous / brill / sweet / neat / dope / bet / fr yes / yas / okey dokey do it / okay fine /
fine do it / fine then / ok you win / ok sure / ok whatever go ahead / yeah ok / yeah alright / yeah go on / yeah why not /
yea do that / ye sure / yh / yh that's fine / yess that one / yep yep / yuppers / yes sir / yes ma'am / roger / copy that /
10-4 / affirmative / si / oui / ja / it worked / it did the trick / that sorted it / that did it thanks /
it's working again / it's back on / works like a charm / it came on / the light came on / it's fixed now /
that seems to have worked / it seems to work now / problem's gone / it's gone now thanks / it's all sorted / i have /
i've got it here / i have it with me / got it right here / i've done that / already done / did that already / i did that /
just did / i've tried that / tried it already / i've checked it's on / it does / it does yes / it is on / it's on /
there is one / there's one / there is indeed / i can see it / i see it / it's there / it was / they were / both yes /
all of them yes
`,
  no: `
no / no thanks / nope not that one / nah not mine / no that isn't it / no way / not this one / not the one i meant /
that's not the one / that isn't the one / wrong one / that's the wrong one / you've got the wrong one / wrong order /
wrong person / wrong address / it's a different one / it's another one / a different one / another one /
i meant the other one / i meant something else / the other one actually / i was talking about another one /
not what i meant / that's not what i meant / that's not what i said / that's not what i asked for / i didn't say that /
i never said that / you misunderstood / you misunderstood me / you got me wrong / you got it wrong / you've got that wrong /
that's a mistake / there's a mistake / that's an error / not mine / that's not mine / it's not me / that isn't me /
not my address / that's my old address / that's the old one / that's out of date / not any more / no longer /
that's changed / it has changed / it's changed since / doesn't match / it doesn't match mine / that doesn't look right /
doesn't look right to me / doesn't sound right / something's off / that's off / that's not correct / incorrect / false /
untrue / not true / that's not true / not correct / not quite right / not exactly / not quite / not as such / far from it /
quite the opposite / on the contrary / au contraire / nowhere near / not even close / wide of the mark /
never mind leave it as it is / never mind then / leave it as it is / leave it alone / leave it be / just leave it /
leave it for now / let's leave it there / let it be / let it go / leave things as they are / keep things as they are /
keep it the way it is / i'll keep it as is / i'll keep what i have / stick with what i have / i'd rather keep it /
i'd sooner not / i would rather you didn't / i'd prefer you didn't / i'd prefer not / please leave it / forget it /
forget about it / forget i asked / forget that / scrap that / scratch that / drop it / skip it / i'll skip / i'll pass /
i'll pass on that / gonna pass / i think i'll pass / pass / hard pass / give it a miss / i'll give it a miss /
count me out / not for me / it's not for me / not my thing / not my cup of tea / i'm not bothered / not bothered /
can't be bothered / couldn't care less for it / no need for that / there's no need / there is no need /
that's not necessary / that won't be necessary / it's not needed / unnecessary / don't need it / i don't need that /
we don't need it / don't want one / i don't want to / i do not want this / i didn't ask for that / i don't wish to /
i don't feel like it / don't fancy it / i don't fancy that / i don't care for it / i don't like the sound of that /
i wouldn't like that / i'd hate that / that's no good / that's no use / no good for me / no use to me / doesn't suit me /
that doesn't suit / doesn't work for me / that doesn't work for me / that won't work / won't do / that won't do /
it won't help / that's no help / no help / i can't / i can't do that / i can't make it / can't do it / i can't i'm afraid /
i'm afraid not / afraid i can't / sorry can't / sorry no / unfortunately no / regrettably not / alas no / sadly no /
that's a no from me / it's a no / the answer is no / my answer is no / i said no / i already said no / i told you no /
for the last time no / still no / again no / no no no / no means no / a firm no / big no / nope nope nope / noooo /
no siree / no sir / no ma'am / no chance / not a chance / no chance in hell / over my dead body / when hell freezes over /
not on your life / in your dreams / dream on / as if / yeah nah / nah mate / nah bro / naw / nuh uh / nix / nada / zilch /
negative / denied / declined / i decline / i must decline / i refuse / i object / i disagree / don't agree /
i don't agree with that / not ok / that's not ok with me / i'm not ok with that / i'm not happy with that /
not happy about it / i have a problem with that / i don't accept that / i don't consent / i do not agree / don't you dare /
don't do it / do not do that / don't send it / do not book it / don't go ahead / don't proceed / please don't do that /
stop / stop right there / hold it don't / cancel that / abort / not now thanks / not right now / not at this time /
not today / not this week / not this time / not yet / not just yet / not until later / not at the moment /
later maybe not now / some other day / another day / maybe another day / perhaps next time / next time / i'll do it later /
i'll do it myself / i'll handle it myself / i'd rather do it myself / i can manage / i'll manage / i'll manage without /
we'll manage / i'm covered / i'm all set / all set thanks / i'm good thanks / i'm good for now / i'm fine as i am /
i'm alright thanks / i'm ok thanks / we're good thanks / that's all for today / that's all i needed / that's all i wanted /
that's everything thanks / i'm done / i'm done here / we're done / nothing more / nothing else thanks /
nothing comes to mind / nothing at the moment / nothing more from me / no more questions / no further questions /
that covers it / that's the lot / i have what i need / got what i needed / don't think so / i don't think so no /
i don't believe so / i doubt it / i doubt that / i highly doubt it / i shouldn't think so / i wouldn't say so /
i wouldn't say that / i'd say not / hardly / barely / not likely / unlikely / highly unlikely / probably not /
most likely not / not that i know of / not that i can see / not that i remember / not as far as i know /
not to my knowledge / not so far / nothing so far / never / never did / never have / never ever / i never have /
never had one / haven't got one / i don't have one / i don't have it / don't have that / i haven't / i've not /
i haven't done that / haven't tried that / didn't try / i didn't / it didn't / it did not work / didn't work at all /
still doesn't work / it's still the same / same as before / no change at all / makes no difference / didn't change a thing /
nothing happened / still nothing / still dead / still off / still stuck / it's not on / it isn't on / it's off /
there isn't / there isn't one / there's none / there's nothing there / i can't see one / i don't see it / can't find one /
none / none at all / none of those / none of them / neither / neither one / it wasn't / they weren't / it's not /
it's not that / it isn't that / not in the least / not in the slightest / by no means / under no circumstances /
absolutely no way / certainly not / definitely not mine / god no / oh god no / heavens no / oh no don't / no but thanks /
thank you but no / thanks but i'd rather not / appreciate it but no / that's kind but no thanks / no you can close this /
changed my mind / i've changed my mind / i've decided against it / decided not to / i've thought better of it /
on second thought no / on second thoughts leave it / too expensive for me / too much for me / that's too late for me /
that's too early / that day's no good / bad idea / terrible idea / i'd advise against it / better not / best not /
let's not / let's not do that / rather you didn't / nobody asked for that / don't bother / no bother leave it /
not worth it / it's not worth it
`,
  maybe: `
maybe / perhaps / possibly / could be / might be / it might be / it could be / it may be / may well be / could well be /
might well be / it's possible / quite possibly / conceivably / potentially / i suppose it could be / i guess it could be /
i guess maybe / maybe so / maybe yes maybe no / maybe maybe not / perhaps perhaps not / could go either way /
it could go either way / goes either way / either way really / fifty fifty / it's a toss-up / toss up / a coin flip /
flip a coin / touch and go / up in the air / it's still up in the air / it's open / still open / not decided yet /
haven't decided / i haven't decided yet / haven't made up my mind / i can't make up my mind / i can't decide /
can't decide yet / still deciding / still thinking / still thinking about it / i'm still weighing it up / weighing it up /
still considering / i'm considering it / under consideration / on the fence / i'm on the fence / sitting on the fence /
in two minds / i'm in two minds about it / torn / i'm torn / i'm of two minds / undecided / i'm undecided / unsure /
i'm unsure about that / not sure / not sure about that one / not too sure / not so sure / not quite sure /
not entirely sure / not totally sure / not completely certain / i'm not a hundred percent sure / not 100% /
not a hundred percent / not certain / i'm not certain / not certain about it / i'm not really sure to be honest /
i'm not sure tbh / not sure what to say / not sure i follow / not sure which / not sure if that's right /
not sure if it's the one / i'm not sure it is / i wouldn't be sure / i couldn't be sure / can't be sure / can't be certain /
i can't say for certain / can't say for sure / i can't say / couldn't say / couldn't tell you / i couldn't tell you /
can't tell / hard to tell / hard to say / hard to know / difficult to say / tough to say / tough call / tricky /
tricky one / that's a tough one / that's a hard one / that's a tricky question / good question / that's a good question /
you tell me / your guess is as good as mine / who knows / who can say / who's to say / god knows / god only knows /
heaven knows / lord knows / goodness knows / search me / beats me / no idea / no idea tbh / no idea at all /
no idea honestly / no clue / not a clue / haven't a clue / haven't the foggiest / i have no idea / i've no idea /
i've got no clue / don't have a clue / don't know / i don't know / i really don't know / i honestly don't know /
i don't know yet / i don't know about that / i dunno / dunno really / idk / idk tbh / idk maybe / i don't rightly know /
i wouldn't know / how would i know / how should i know / not that sure / don't quite know / i'm clueless /
i don't remember / can't remember / i can't remember / can't recall / i don't recall / i forget / i forgot /
i've forgotten / it's been a while / don't remember exactly / i can't quite remember / my memory is hazy / it's hazy /
it's a bit of a blur / slipped my mind / i'd have to look / i'd have to check / i need to check / need to check first /
i'll have to check / let me check / let me check and get back to you / i'll check / i'll check and see / let me look /
let me look it up / let me see / lemme see / lemme check / lemme think / let me have a look / let me find out /
i'll find out / i'll look into it / i'd need to look it up / need to look at it / let me think / let me think about that /
let me think it over / i need to think / i need to think about it / i'd have to think about it / i'll think about it /
i'll think it over / i'll have a think / need a minute to think / i want to think about it first / i need more time /
need some time / give me some time / give me a day or two / give me a minute / give me a sec / just a sec / one sec /
one moment / one moment please / hang on / hang on a minute / hold on / hold on a sec / wait / wait a moment / wait a sec /
bear with me / bear with me a moment / two ticks / half a mo / hmm / hmm not sure / hmm let me see / hmm tricky / umm /
umm well / uh / uhh maybe / er / erm i don't know / well / well maybe / well it depends / it depends / that depends /
depends / depends on the day / depends on the price / depends how much it is / depends on my wife /
it depends on a few things / depends what you mean / that would depend / subject to availability /
under certain conditions / if the price is right / only if it's free / in some ways / in a way / in a sense /
to some extent / up to a point / to a degree / partly / in part / partially / only partly / half and half / kind of /
kinda / kinda sorta / sort of / sorta / sort of i guess / more or less / so so / so-so / meh / eh / ehh / bit of both /
a bit of both / a little of each / yes and no / yes no maybe / both yes and no / yes but no / sometimes /
sometimes yes sometimes no / on and off / from time to time / now and then / off and on / it varies / it comes and goes /
some of it / some but not all / only some of them / we'll see / we shall see / i'll see / let's see / let's wait and see /
wait and see / time will tell / remains to be seen / we'll cross that bridge later / i'll let you know /
i'll get back to you / i'll get back to you on that / let me get back to you / can i get back to you / i'll tell you later /
i'll decide later / can i decide later / i'll sleep on it / let me sleep on it / i need to ask my husband /
i have to ask my wife / need to ask my partner / let me ask my mum / i'd have to ask my boss / i must ask someone first /
i'll need to talk it over / let me discuss it at home / need to talk to my family first / i'll check with my flatmate /
have to run it by my wife / let me consult someone / i'd like to think about it / i'd like to sleep on it /
i'd want to see first / i'm thinking / thinking / thinking about it / mulling it over / considering / i wonder /
i'm wondering / makes me wonder / i suppose / suppose so maybe / i guess / guess so i don't know / probably / most likely /
likely / presumably / i'd assume so but not sure / think so but not sure / i think so but i'm not sure /
i believe so but can't be sure / it seems so but i'm not sure / yes i think but let me check / no i think but not sure /
could be wrong / i could be mistaken / i may be wrong / don't quote me on that / don't hold me to it /
as far as i can tell maybe / i might / i may / i might do / i could / maybe i will / maybe i should / might or might not /
i might or i might not / i'm confused / confused / i'm a bit lost / i'm lost / i don't understand the question /
don't get it / i don't follow / not clear to me / it's unclear / it's not clear / unclear / hard to judge / can't judge /
difficult to judge / what do you think / what would you do / what do you suggest / what would you recommend /
do you think i should / should i / is it worth it / would you / whatever / whatever you think / whatever you say /
whatever you think is best / up to you / it's up to you / you decide / you choose / your call / you pick /
i'll leave it to you / i leave it up to you / don't mind / don't mind either way / i don't mind either way /
makes no odds to me / doesn't matter / doesn't matter to me / it's all the same to me / all the same to me / i don't care /
don't care either way / not fussed / i'm easy / either / either is fine / either one / either would do / any of them /
ask me later / ask me again later / ask me tomorrow / ask me another time / jury's still out / the jury is out / tbd /
to be decided / to be confirmed / neither here nor there / neither yes nor no / i neither agree nor disagree / no opinion /
i have no opinion / i've no strong feelings / no preference / hesitant / i'm hesitant / i hesitate / i'm a bit reluctant /
i have my doubts / i've got doubts / got some doubts / not convinced yet / i'm not fully convinced / i'm wavering / wavering
`,
  none: `
where is my order / where's my parcel / when will it arrive / when does it get here / has it shipped / track my order /
i want to return it / i'd like to return my kettle / how do i return this / can i get a refund /
when do i get my money back / i want a refund / cancel my order / cancel my subscription / i want to cancel my plan /
change my address / i need to change the delivery date / can i change the time / i moved to a new flat / book a repair /
i need a technician / i'd like to book an appointment / reschedule my appointment / my kettle is broken /
the kettle won't turn on / my router keeps dropping / no internet since monday / no sound from the left speaker /
no picture on the screen / the light is blinking red / it makes a strange noise / it smells of burning /
the box was damaged / the glass is cracked / a part is missing / i got the wrong colour / it arrived late /
my parcel never came / no one answered the door / nobody was home / nobody called me back /
no tracking update for my order / right now i am at work / sure would like my parcel / the right side is silent /
it's the correct colour but too small / what is the difference / what do you mean / what does that mean / why do you ask /
why is that / how much is it / how much does it cost / what's the price / how long does it take / how long is the warranty /
is it waterproof / does it come in black / which one is cheaper / which is better / can i pay by card / do you ship abroad /
what are your opening hours / are you a robot / am i talking to a person / who are you / what can you do / can you help me /
i need help / help / help me please / i have a question / i have another question / one more thing /
let me talk to a human / talk to an agent please / call me back / can someone call me / i want to complain /
this is ridiculous / you are useless / i've been waiting for weeks / start over / go back / repeat that please /
say that again / could you repeat the question / what was the question / speak japanese please / hello / hi there /
good morning / hey / how are you / nice to meet you / thanks / thank you so much / thanks for your help / bye / goodbye /
have a nice day / see you / merry christmas / tell me a joke / what's the weather like / i love you / you're funny /
my name is alice / i'm john smith / it's tanaka / 14 elm street / 221b baker street london / 94107 / 0312345678 / ab123456 /
order ab123457 / contract c-1002 / alice@example.com / tomorrow / tomorrow at three / next monday / on friday afternoon /
the 5th of may / in two weeks / 3 pm / around noon / any time after six / last week / yesterday evening / two /
the second one / the first / the last one / number three / option two / the blue one / the bigger one / the cheaper one /
the premium plan / care plus / the kettle / my vacuum cleaner / the rice cooker please / a new battery / two filters /
fifty dollars / about 100 euros / by credit card / by bank transfer / in cash / by email please / by text message /
at the front desk / leave it at the door / leave it with the neighbour / to my office / to the shop /
the one i bought last week / the order from last month / add another item / i want to buy a filter /
i'd like the extended warranty / tell me more about the plan / show me my orders / show me the cheaper ones /
send me the invoice / i need a receipt / resend the code / i didn't get the code / i can't log in / i forgot my password /
i was charged twice / why was i charged twice / my card was declined / my bill is too high / there's a mistake on my bill /
the app crashes / the app doesn't open / it stopped working yesterday / it stopped after a week / it won't charge /
it doesn't heat up / water is leaking from the bottom / the door doesn't close / the screen went black /
the remote doesn't respond / my wifi is slow / i dropped it / my dog chewed the cable / i lost the manual /
where is the manual / where do i find the serial number / what is a contract number / i have two orders /
i ordered three of them / i ordered it online / bought it in your shop / it was a gift / my husband ordered it /
my wife lives there / i live in osaka / i'm moving next month / we are on holiday in june / i'm at work until six /
i have to go now / i have a cold / my son broke it / i am very angry / this is urgent / i'm in a hurry / please hurry up /
please be quick / please explain / explain that again / could you explain / can you check my order /
could you check the stock / can i ask something else / what happens next / what if i'm not home / what if it breaks again /
is there a fee / is it free / is that the final price / do i have to pay / do i need the box / how do i pack it /
who pays for shipping / where should i send it / when is the courier coming / can you come earlier /
can it be delivered on sunday / could you deliver it to the shop / i want to pick it up / change it to tuesday /
make it five instead / make it the 12th / not monday but tuesday / not the kettle the toaster / i said blue not red /
it's nakamura not nakayama / update my phone number / delete my account / stop sending me emails / unsubscribe me /
do not share my data / what data do you keep / i'd like to speak english / is this a scam / is this call recorded /
renew my contract / when does my contract end / i'd like to upgrade / downgrade my plan / pause my plan /
switch to the yearly plan / the yearly one / monthly / book a table for two / play some jazz / set an alarm for seven /
who won the game / i'm hungry / it's raining here / i watched a film last night / we had pizza yesterday /
say that one more time / once more / one more time please / again please / sorry what / huh / what / pardon / come again /
i didn't hear you / i didn't catch that / i missed that / i didn't get that / could you say it slower / speak up please /
read it to me again / excuse me what was that / wait what / connect me / put me through / put me through to someone /
transfer me please / give me someone from support / somebody real please / let me talk to your boss /
hand me over to a colleague / no more bot please / a real employee please / i want a live person / get me a manager /
it's smoking / it gave me a shock / it caught fire / it's on fire / it is way too hot / there are sparks /
i burned my hand / i smell gas / it exploded / my son got hurt / water near the socket / i've had enough of your company /
i'm very disappointed / you people keep letting me down / that's an outrage / worst service ever /
i'll never buy from you again / this is a joke / you're wasting my time / thanks a lot / many thanks / thx / thank u /
cheers / you've been very helpful / i appreciate it / well done / good bot / bad bot / nice talking to you / good evening /
good afternoon / greetings / yo / hiya / long time no see / introduce yourself / what's your name / how old are you /
do you dream / tell me about yourself / are you real / who made you / talk to you later / take care / good night /
i'm bored / sing a song / vacuum won't turn on / it just keeps beeping / it keeps restarting / there's no steam coming out /
it turns itself off / the button is stuck / the display shows e4 / it won't connect to my phone / the filter is clogged /
the coffee tastes burnt / the fan is loud / battery drains fast / it takes forever to heat / the handle came off /
the lid doesn't close / i hear a rattling sound / i can't find the reset button / timer doesn't work /
still nothing in the mail / it says delivered but it isn't here / the tracking hasn't moved / my parcel is stuck /
the courier left it outside / only one of three came / i got someone else's parcel / half of it is missing /
let me know when it ships / send it to another address / leave it with my neighbour please / deliver it tomorrow instead /
put it in the locker / i won't be home on friday / bring it after five / change the delivery please /
i don't want the plan to renew / stop the automatic renewal / turn off auto renewal / extend my plan / how do i renew /
i'd like to stop my plan / take me off the mailing list / end my contract please / i no longer want the vacuum /
take the filter off my order / can i still cancel / i ordered the wrong size / i ordered it by mistake /
i pressed the wrong button / send me a new one / exchange it please / i want my money back /
give me a number between one and ten / what's two plus two / where are you from / my cat is cute / it's my birthday /
i'm cooking dinner / the train is late / i feel sick / my phone is about to die / i'm driving right now /
what are my options / what else can you do / list them please / the one with the blue handle / the one from may /
the tall one / both of the filters / two of them / just the first item / only the kettle / nothing arrived yesterday
`,
};
