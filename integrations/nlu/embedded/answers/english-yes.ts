/** What people say in English to a yes/no question, agreeing: one between two slashes. */
export const ENGLISH_YES = `
yes / yes please / yep that's the one / yeah that's mine / yup all correct / sure go ahead / ok do that / of course / mhm that's the one /
uh huh that's it / yes exactly / that's the right one / this is the one i mean / that's my order / that's the one i meant / that is my address /
that's my email / yes that's my number / it's that one / it's mine / that would be me / that's me alright / speaking / it's me / yes this is he /
you've got it right / you got that right / that matches what i have / matches mine / it matches / same as on my receipt / that checks out /
it checks out / all correct / everything's correct / everything looks right / everything is in order / details are right / the details look fine /
the address is right / the number is right / that address is still good / still the same address / spot on / bang on / nailed it / bingo /
you guessed it / right on / quite right / too right / dead right / that's about right / just so / that's the gist / that's what i said /
that's what i want / that's what i need / that's what i was after / just what i wanted / exactly what i meant / precisely that / the very same /
the very one / why not go for it / why not let's try / oh why not / sure why the hell not / i don't see why not / can't see why not /
i see no reason not to / couldn't hurt / can't hurt to try / won't hurt / might as well / may as well / let's give it a go / let's give it a try /
give it a shot / worth a try / worth a shot / i'll give it a try / i'm game / i'm up for it / i'm down / i'm down for that / count on it /
count me in / let's do this / let's roll / let's get it over with / let's get on with it / get on with it / get it done please / make it happen /
fire away / hit it / shoot / knock yourself out / feel free / be my guest / please feel free / you may / you have my ok / you have my blessing /
permission granted / green light / you're cleared to proceed / i consent / i give my consent / i'm happy to / happy to / happy with that /
i'm happy for you to do that / more than happy to / i'd be glad to / glad to / i'd be delighted / delighted to / love to / i'd love that /
would love to / that'd be lovely / that would be ideal / that would be wonderful / that would help / that would be a big help / that helps a lot /
yes that helps / much appreciated please do / if you could please / if you would / if you don't mind / if you can yes / yes if possible /
if it's not too much trouble / please and thank you / please go ahead and do that / do go ahead / go right ahead / go on then / oh go on then /
all right then go on / carry on please / please continue / keep going / please proceed / you can proceed / proceed as planned / as planned /
book it in / book me in / put me down for it / put it through / send it over / send it my way / send it please / submit it / lock it in /
that's settled then / it's a deal / you've got a deal / deal done / sold / done and done / sign me up / i'll have it / i'll take that one /
i'll go with that / i'll go for it / go with that / we can go with that / let's go with that / let's stick with that / that one please /
that one's good / this one will do / that'll do nicely / that'll do fine / that does it / does the job / good enough / good enough for me /
close enough / i can live with that / that suits me / suits me fine / that suits me perfectly / works for us / that'll work / that should work /
should be fine / that should be fine / that's fine by me / that's ok with me / it's ok with me / i'm ok with that / i'm cool with that /
i'm fine with it / i have no problem with that / no problem for me / no objections here / no issues with that / no complaints / nothing against it /
i've nothing against that / sounds about right / sounds like a plan / sounds perfect / sounds lovely / sounds reasonable / seems fine /
seems right to me / looks right / looks fine to me / looks alright / all good from my side / all fine here / all good yep / we're good to go /
good to go / ready when you are / i'm ready / ready / ready to go / all set go / i agree with that / i totally agree / agreed let's do it / agree /
fully agree / can't argue with that / you're right / you are correct / true that / that's true / so true / very true / that's a fact / it is indeed /
it sure is / it certainly is / sure is / sure does / sure do / sure did / i sure would / i certainly would / i most definitely do / i do indeed /
indeed i do / i believe so / i think so yes / i should think so / i'd think so / i imagine so / i suppose that's right / i guess that's right /
pretty sure yes / pretty sure it is / i'm pretty sure that's it / i'm fairly sure it's right / i'm certain / i'm positive / no doubt about it /
without question / beyond doubt / you know it / you betcha / for real / hundred percent / a hundred percent yes / a thousand times yes / big yes /
yes yes a thousand times / hell yeah do it / oh yes / oh yeah / oh definitely / but of course / why of course / naturally / goes without saying /
obviously yes / clearly / totally / absolutely do it / definitely do / definitely want that / want it / i want it / i do want that / i'd want that /
i would indeed / i would please / would be great / would be nice / that'd be super / ta that'd be grand / grand / aye go on / aye that's it / righto /
right you are / very good go ahead / jolly good / splendid / marvellous / brill / sweet / neat / dope / bet / fr yes / yas / okey dokey do it /
okay fine / fine do it / fine then / ok you win / ok sure / ok whatever go ahead / yeah ok / yeah alright / yeah go on / yeah why not / yea do that /
ye sure / yh / yh that's fine / yess that one / yep yep / yuppers / yes sir / yes ma'am / roger / copy that / 10-4 / affirmative / si / oui / ja /
it worked / it did the trick / that sorted it / that did it thanks / it's working again / it's back on / works like a charm / it came on /
the light came on / it's fixed now / that seems to have worked / it seems to work now / problem's gone / it's gone now thanks / it's all sorted /
i have / i've got it here / i have it with me / got it right here / i've done that / already done / did that already / i did that / just did /
i've tried that / tried it already / i've checked it's on / it does / it does yes / it is on / it's on / there is one / there's one /
there is indeed / i can see it / i see it / it's there / it was / they were / both yes / all of them yes / that'll be mine / got my name on it /
guilty as charged / you've found me / yours truly / you're talking to her / aye, that's her alright / hit the nail on the head / right first time /
got it in one / couldn't have put it better / took the words out of my mouth / say no more / you read my mind / i'd be a fool not to / who wouldn't /
i wouldn't say no / don't mind if i do / go on, twist my arm / you've talked me into it / i'm sold / where do i sign / all for it / full steam ahead /
crack on then, lad / fill your boots / have at it / go for your life / work away there / fire ahead / that'd be pure class / sure look, go on so /
do so please / aye, nae bother / och aye / no dramas, do it / sweet as / yes boss / ji haan / kindly proceed / please do the needful / can can /
okay lah go ahead / it is of me / correct correct / i'm agree with this / you can consider me in / the sooner the better / get cracking / let's rock /
finally, yes / good as new / right as rain now / sorted, cheers / that cured it nicely / back to normal now / up and running again / solved it / yse /
yess plz / yea pls do / yep thats teh rite one / thats mine alrite / shure / shore thing / definately / deffo mine / absolutley / corect / go ahed /
plz do taht 4 me / for sure for sure / say less / aight go on den / it's a yes from me / i'd be grateful if you did / much obliged to you, please do /
if you'd be so kind / with the greatest of pleasure / just the ticket / that's the fella, yeah / the very badger we're hunting /
that's the very fellow / the one and only / come to papa, that's my baby / you're on the money / no two ways about it / is the pope catholic /
do bears live in the woods / what do you think, obviously i do / took you long enough, but yes / aye, fair enough, pal / pure dead brilliant, aye /
'tis, to be sure / it is of course, what else / that'd be himself, so it would / yes'm, right as can be / well i reckon that's the one, yes /
on god that's it / no cap, that one / yessir do dat / yasss queen / haan ji, correct only / go ahead only, no issue / yes yes, same to same /
acha, theek hai, proceed / ya ya that one correct / jawohl, exactly so / mais oui, with joy / i give to you the permission / with pleasure i take it /
i have nothing contrary / dead on / sure as eggs is eggs / i'd bet my house on it / i'd swear to it in court / i'd know it anywhere /
i recognise every bit of that / all present and accounted for / ticks all my boxes / thought you'd never ask / i was hoping you'd say that /
wild horses couldn't stop me / you have my word and my thanks, do it / consider it approved / wife says yes, so yes / hubby's nodding, go /
motion carried / aye aye captain / pull the trigger / set the wheels in motion / anything for a quiet life, yes / fine, if it makes you happy /
if it gets me out of here quicker, yes / the answer hasn't changed, still yes / for the third time, yes / no need to ask twice, do it /
nothing i'd like more / nobody here objects / you won't hear me grumble, do it / purring like a kitten again / she's humming nicely now, ta /
hallelujah, it runs / well blow me, that was it / that was the culprit, thanks / first try and it sprang to life / behaving itself now, cheers /
lo and behold, it lights up / yeh crak on / yiss / yess itz min / off coarse / thatz korrect / indead / affirmitive / abserlutely / defo luv /
pleese doo / go fourth and do it / weigh to go, yes do it / that wood be grate / yup its myn alrigt / i wud luv that / aye thats her awrite /
itsworking now ta / ok plz proseed sir / purfect, yes / ur spot onn / suer, no problm /
i've the card in front of me, and every digit agrees with what you've just said /
i'm off on thursday anyway, so i'd be grateful if you got it done straight away /
blue lid, scratch by the handle, my very own, i'd pick it out of a line-up / read it back to my husband and he's giving two thumbs up from the sofa /
if you're offering, i'd be daft to turn it down, thank you very much / can't believe it was that simple, the little lamp is shining and i'm singing /
i've waited three weeks to hear that question, do, before i faint / lord have mercy, honey, it's runnin' smooth as butter, thank you /
yes and bless you, that was driving my poor mother round the bend / you've described my flat to the last doorknob, so we can carry on /
wow, a robot that gets it right, somebody frame this, that's the one / oh no, please, take your time, i only said yes twice already /
surprise, surprise, the name i gave you is actually my name / no objection from anyone in this house, not even the cat, so proceed /
i had my doubts at first but you've won me over, let's have it / the price is fair, the day is free, and i'm in a good mood, so let's /
don't change a thing, it's just as i'd have put it myself / kindly do so at the earliest, i shall be highly obliged /
sir it is absolutely as you are telling, you may please go forward / aye, that's us sorted noo, the wean's stopped greetin' an a' /
sure that'd be a fierce help to me altogether, god bless you / them's my digits, sugar, ain't changed since high school /
i am very agree, please to make this and many thanks to you / in my country we say two times yes is one promise, so yes yes /
we've talked it over at breakfast and everyone is in favour / my daughter says i'd be a fool to refuse, and she's always right /
you may, and thank you for checking with me before you did anything / haven't heard that rattle since i did what you told me, bravo /
it needed one press and it woke up, you clever little thing / why, that explains it all, now i understand, thank you so much /
can confirm, looked at the box with my own eyes a minute ago / the doctor told me to say yes to more things, starting with this /
i wouldn't have come all this way in a chat to turn back now, do it / i hereby confirm that all particulars are in order, you may proceed /
one could not have summarised it better, do be so good as to continue / yeh that wurks for me an the missus both, thankyou verry much /
yup did wat u sed and its goin like a dreem now thx / um yeah so that's that's the one i was uh talking about /
uh huh uh huh yeah no that's totally fine go for it / its got my nane and my adress so it mussst be me init /
i cant tel you how hapy that makes me, pleese go on wiv it / eye sea it hear in black and white, its write /
sinse you ask so nise i can only answer possitive / ya thats wat i ment from teh begining, finaly sombody gets it /
well i shoud hope so, i payed for it didnt i, its mine / plese yes becouse on monday i am fly home /
the purifyer stoped wheezing, ur advise did the trik / robo is bak on his rounds an the cat hates it, so yeah /
wunderful, that anserd evrything i wanned to no / mother picked that colour herself, so there's no doubt in our house that it's what we're after /
the dates suit me, the cost suits me and your manners suit me, consider me persuaded /
after all that faffing about with the plug, it's as right as ninepence, and i owe you a drink /
i've compared it letter by letter with the mail you sent and found nothing to correct /
whoever wrote those instructions deserves a raise, everything's running and my tea is hot /
by all means, and the earlier the better, since my in-laws arrive at the weekend /
you've hit upon the very parcel my daughter's been asking after every single morning /
it would be a weight off my shoulders, what with the baby coming, so please be quick about it /
oh, brilliant detective work, who'd have guessed that the customer meant what the customer said /
my goodness, a straight question at last, and here's a straight answer, yes and gladly / my bag's packed and i'm raring, so yes /
well knock me down with a feather, it started, and i hadn't even finished my biscuit /
grandpa nodded so hard that his cap fell off, i suppose that's as clear as it gets /
we would be honoured, and my wife asks me to pass on her gratitude in advance /
same surname, same city, same silly middle name my parents gave me, that's me all over /
hon, i been prayin' on it and the good lord and me both say go right on /
ma, that's our one grand, the very same, i'd know the old crayon marks on it /
i am hundred and one percent in agreement, my family also, kindly do not delay / for me is perfect like this, i thank you and i wait happy for it /
awa and dae it, i've been sat here hopin' ye'd offer since ma tea / deadass that fixed it, my roommate's crying, you're the goat, thank you /
yes yess plees, my dotter sez its a grate idear and so do i / um i checked it twice and uh everything on there is like how it should be so yeah /
thats defnitly wot i orded, i can tel by the blew ribben on it / wow it wurks, i prest it like u sed an the fan is spining, ta verry much /
if yor willing then im willing, hand on hart, pleese make it hapen / grate, fryday is fine wiv us, the kids are at there dads, so lets do it /
i dun it jus now wiv me own hands so you can tick that won off / corect as far as the last numba, you red it beter than me wiv my glases on /
yess i hav red it all and i am greed with evry sentense of it / thiss is deffinately me, i hav the same birth day an the same dawg /
you've got a customer with her coat on and her purse out, do i look like i'd refuse /
it's precisely what the doctor ordered, and thank you for being so patient with me / couldn't have said it truer /
that's the long and the short of it / you've hit the bullseye / no flies on you, that's it exactly / there's no denying it /
i'd be the last to deny it / can't fault a word of that / never truer word spoken / it would be churlish to refuse / i'd kick myself if i didn't /
you had me at shall / what are you waiting for, a drum roll / need you even ask / does a fish swim / is water wet, go on / was there ever any doubt /
you took your sweet time, but that's right / not half / ra-ther, old bean / too bloody right it is / i'm in like flynn / giddy up /
all systems go at this end / picture me nodding / consider my arm twisted / colour me convinced / you won't catch me arguing /
nowt to quibble with there / i can find no fault with it / i have no earthly reason to refuse / nothing would please me better /
not a bad idea at all, let's / wouldn't miss it for the world / it isn't wrong, put it that way / i can't pretend it isn't mine /
it ain't nobody's but mine / ain't nothin' wrong with that, go on / i don't not want it, so go on / far be it from me to say no /
i wish i could say no, but it's mine alright / i hate to admit it, you're right / much as it pains me, correct / fine, guilty, that's my doing /
well, since you're twisting the knife, yes / yes, for the love of all that's holy / y e s, shall i sing it / did i stutter, yes /
yes, same as the last four times / wow, it can read, that's indeed me / give the robot a biscuit, that's it /
somebody give this bot a raise, correct / with bells on / i shall be forever in your debt if you would / you have my full and unreserved assent /
i have the honour to confirm it / it is as you so kindly state / we are in complete accord / be so gracious as to go forward /
you may take that as my consent / pray do, and with my compliments / how thoughtful, i accept with pleasure / aye, yer no wrang / aye, gie it laldy /
aye hen, that's oor yin / ah'm no sayin naw, am ah / wey aye man, get it done / ee, that's reet, love / 'appen it is, lad, 'appen it is /
that's herself, the very woman / sure why wouldn't i / 'tis mine and no other's, thanks be to god / do, and god spare you the health /
yes ma'am, sure as shootin' / hoo-wee, that's the one right there, darlin' / i'd be tickled pink if you would / fixin' to say yes, so yes /
bet that, do ya thing / you ain't never lied, that's me / say word, that's mine / hundo p / bilkul, that one only, beta /
yes yes, pukka, go forward sir / correct is there, kindly put it / on lah, why not / too easy mate, crack into it / churr bro, that's the bugger /
i am in accord, you can to make it / it is like you say, i sign / for me it goes well, do it / da, da, this is mine, correct written /
it is exact, monsieur robot / this name is from me, yes / is good, is good, you make now / she runs like new, you wee genius /
not a squeak since, you've cracked it / silent as a church mouse now, brilliant / that did the business / that's put it right, god love you /
crystal clear now, ta ever so / you've made that plain as day, cheers / cured, and it only took a toothpick / it blinked, it beeped, it's alive /
yup ditto wot u sed / yse go ahaed / yesh pls / yeppp thatz mi / o yess indeedy doo / alwright then doo it / shur wy not / k do it tx /
yh defo innit / ya thts rite / fo sho fo sho / abso bloomin lootly / sirtenly, plese carry on / i konfirm / you are write about that, all off it /
that's whole correct, knot one mistake / by awl means / i dew, i dew / uh yeah um that one yeah that's mine / mm hm mm hm you got it yeah go /
oh uh i guess you heard right yes the whole thing / sounds gr8 2 me / that werks for uss / plz, id be greatfull / its deffinatly wat i whanted /
hooray its workin agen / it dun the trik luv / i exept ur offer wiv thanx /
my sister's shouting yes from the bath, and i'm shouting it from the stairs / i've read it twice with my good glasses on and wouldn't alter a comma /
grandad signed it off with a grunt, and from him that's a standing ovation /
after forty years of marriage i know when to agree, and this is one of those times /
we prayed, we slept on it, we flipped a coin, and all three say do it / my hole famly is nodin rite now even the baby so plese go for it /
wel i lookt at the box lyk u tolled me an its the same numba, every singel bit /
um so i tried the thing with the uh the button and yeah it came right back on thank you /
since you put it so charmingly, and since i've been hoping for precisely that, i accept /
there's my name, there's my door, and that's the dog you can hear, so we're in agreement / on second thoughts, do it / thought about it, yes /
I've changed my mind, go ahead / actually yes, please do / all right, I've slept on it, do it / ok now I'm sure, yes / after all, yes /
you know what, yes / yes, I've checked with my wife / my husband says fine, go ahead / hm, ok, do it / ok fine, you've convinced me /
alright, let's do that / yes, that's what I'd like / please do that for me / I'd like you to do that / yes, do it now / yes, straight away please /
sure thing / ye pls / yes pls go ahed / yess / yea im shure / shur go a head / on secend thorts do it / uh yeah okay go ahead / aye, on ye go /
yes lah, proceed / yes sir, kindly do it / yes, I am agree, do it / Yes, and thanks for asking me first. /
Yes, the sooner it's done the happier I'll be. / I wasn't sure a minute ago, but I've read it again, so yes. /
My wife's nodding, so go ahead and do it. / changed my mind again, it's a yes / yep, I want that done / ok ok go ahead then /
yeh im happy wiv that do it / sure, please get it started / I said no earlier, make that a yes / yes please, that would help /
yes, please go on and do it / that'd be great, thank you / that would be really kind / oh, would you? please / oh yes please, if you could /
please, if you don't mind doing that / if you'd do that for me, thanks / be so kind and do it / be an angel and get it done /
do me that favour, please / please and thanks, go for it / thank you, yes / thanks, I'd like that / I'd appreciate that /
I would like that very much / I'd love you to / we'd like that, please / yes, we want that / yes, that's what we agreed on at home /
quick, do it before I chicken out / go ahead before I think again / do it while I'm still in the mood / fine, let's get it behind us /
I may as well, go ahead / I suppose I'd better, yes / I guess we should, so go ahead / why wouldn't I, go ahead / no reason not to, so do it /
nothing to lose, do it / can't do any harm, go ahead / there's no harm in it, yes / I've no objection, do it / fine by us / it's fine, do that /
that's alright with me / that's okay, go on / okay by me / okay, you've my permission / all right, you can do that / all right then, please /
right then, let's go ahead / good, do so / good idea, go ahead / great idea, please do / good plan, let's do it / perfect, please do that /
excellent, yes / wonderful, go ahead / lovely, yes please / super, do that / cool, go for it / cool, yeah / yeah sure, knock it out / yeah, please /
yeah, that'd be good / yeah, let's / yeah go for it mate / yeah I'm fine with that / yeah course / course you can / sure, if you want /
sure, be my guest, go on / sure why not, I've time / sure, let's try it / let's try that / we can try it, yes / let's do that then /
let's have it done / let's get that sorted / get it sorted for me, ta / sort it out, please / just do it / just go ahead, I trust you /
I trust you, do it / I'll leave you to it, go ahead / please, the quicker the better / as soon as you can, yes / now's good, do it /
today if possible, yes / right away, if you would / start now please / press the button / confirm it / confirmed, thanks / you've got my approval /
accepted / I'll accept, thank you / I agree, please carry out / that's agreed then / yes to that / yes from me / that's a yes / a clear yes /
I'm saying yes / definitely, and thank you for offering / absolutely, thanks / ok yes / ok good / k go / yups / yes, because I can't do it myself /
yes, I need it by Saturday / yes, my wife wants it too / yes, otherwise I'll forget / yes please, I'm sick of waiting / yep do it for me pls /
yess pleas do / yes plis / ys go ahed / okey do that plz / shure do it now / thatd be gr8 thx / yes yes do it sir, no problem /
yes, is good for me, do please / I want it, yes, make please / aye do it, hen / uh yes yeah please do that / um sure yeah you can go ahead /
yes indeed, carry on with it
`;
