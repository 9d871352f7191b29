/** What people say in English to a yes/no question, undecided: one between two slashes. */
export const ENGLISH_MAYBE = `
maybe / perhaps / possibly / could be / might be / it might be / it could be / it may be / may well be / could well be / might well be /
it's possible / quite possibly / conceivably / potentially / i suppose it could be / i guess it could be / i guess maybe / maybe so /
maybe yes maybe no / maybe maybe not / perhaps perhaps not / could go either way / it could go either way / goes either way / either way really /
fifty fifty / it's a toss-up / toss up / a coin flip / flip a coin / touch and go / up in the air / it's still up in the air / it's open /
still open / not decided yet / haven't decided / i haven't decided yet / haven't made up my mind / i can't make up my mind / i can't decide /
can't decide yet / still deciding / still thinking / still thinking about it / i'm still weighing it up / weighing it up / still considering /
i'm considering it / under consideration / on the fence / i'm on the fence / sitting on the fence / in two minds / i'm in two minds about it / torn /
i'm torn / i'm of two minds / undecided / i'm undecided / unsure / i'm unsure about that / not sure / not sure about that one / not too sure /
not so sure / not quite sure / not entirely sure / not totally sure / not completely certain / i'm not a hundred percent sure / not 100% /
not a hundred percent / not certain / i'm not certain / not certain about it / i'm not really sure to be honest / i'm not sure tbh /
not sure what to say / not sure i follow / not sure which / not sure if that's right / not sure if it's the one / i'm not sure it is /
i wouldn't be sure / i couldn't be sure / can't be sure / can't be certain / i can't say for certain / can't say for sure / i can't say /
couldn't say / couldn't tell you / i couldn't tell you / can't tell / hard to tell / hard to say / hard to know / difficult to say / tough to say /
tough call / tricky / tricky one / that's a tough one / that's a hard one / that's a tricky question / good question / that's a good question /
you tell me / your guess is as good as mine / who knows / who can say / who's to say / god knows / god only knows / heaven knows / lord knows /
goodness knows / search me / beats me / no idea / no idea tbh / no idea at all / no idea honestly / no clue / not a clue / haven't a clue /
haven't the foggiest / i have no idea / i've no idea / i've got no clue / don't have a clue / don't know / i don't know / i really don't know /
i honestly don't know / i don't know yet / i don't know about that / i dunno / dunno really / idk / idk tbh / idk maybe / i don't rightly know /
i wouldn't know / how would i know / how should i know / not that sure / don't quite know / i'm clueless / i don't remember / can't remember /
i can't remember / can't recall / i don't recall / i forget / i forgot / i've forgotten / it's been a while / don't remember exactly /
i can't quite remember / my memory is hazy / it's hazy / it's a bit of a blur / slipped my mind / i'd have to look / i'd have to check /
i need to check / need to check first / i'll have to check / let me check / let me check and get back to you / i'll check / i'll check and see /
let me look / let me look it up / let me see / lemme see / lemme check / lemme think / let me have a look / let me find out / i'll find out /
i'll look into it / i'd need to look it up / need to look at it / let me think / let me think about that / let me think it over / i need to think /
i need to think about it / i'd have to think about it / i'll think about it / i'll think it over / i'll have a think / need a minute to think /
i want to think about it first / i need more time / need some time / give me some time / give me a day or two / give me a minute / give me a sec /
just a sec / one sec / one moment / one moment please / hang on / hang on a minute / hold on / hold on a sec / wait / wait a moment / wait a sec /
bear with me / bear with me a moment / two ticks / half a mo / hmm / hmm not sure / hmm let me see / hmm tricky / umm / umm well / uh / uhh maybe /
er / erm i don't know / well / well maybe / well it depends / it depends / that depends / depends / depends on the day / depends on the price /
depends how much it is / depends on my wife / it depends on a few things / depends what you mean / that would depend / subject to availability /
under certain conditions / if the price is right / only if it's free / in some ways / in a way / in a sense / to some extent / up to a point /
to a degree / partly / in part / partially / only partly / half and half / kind of / kinda / kinda sorta / sort of / sorta / sort of i guess /
more or less / so so / so-so / meh / eh / ehh / bit of both / a bit of both / a little of each / yes and no / yes no maybe / both yes and no /
yes but no / sometimes / sometimes yes sometimes no / on and off / from time to time / now and then / off and on / it varies / it comes and goes /
some of it / some but not all / only some of them / we'll see / we shall see / i'll see / let's see / let's wait and see / wait and see /
time will tell / remains to be seen / we'll cross that bridge later / i'll let you know / i'll get back to you / i'll get back to you on that /
let me get back to you / can i get back to you / i'll tell you later / i'll decide later / can i decide later / i'll sleep on it /
let me sleep on it / i need to ask my husband / i have to ask my wife / need to ask my partner / let me ask my mum / i'd have to ask my boss /
i must ask someone first / i'll need to talk it over / let me discuss it at home / need to talk to my family first / i'll check with my flatmate /
have to run it by my wife / let me consult someone / i'd like to think about it / i'd like to sleep on it / i'd want to see first / i'm thinking /
thinking / thinking about it / mulling it over / considering / i wonder / i'm wondering / makes me wonder / i suppose / suppose so maybe / i guess /
guess so i don't know / probably / most likely / likely / presumably / i'd assume so but not sure / think so but not sure /
i think so but i'm not sure / i believe so but can't be sure / it seems so but i'm not sure / yes i think but let me check / no i think but not sure /
could be wrong / i could be mistaken / i may be wrong / don't quote me on that / don't hold me to it / as far as i can tell maybe / i might / i may /
i might do / i could / maybe i will / maybe i should / might or might not / i might or i might not / i'm confused / confused / i'm a bit lost /
i'm lost / i don't understand the question / don't get it / i don't follow / not clear to me / it's unclear / it's not clear / unclear /
hard to judge / can't judge / difficult to judge / what do you think / what would you do / what do you suggest / what would you recommend /
do you think i should / should i / is it worth it / would you / whatever / whatever you think / whatever you say / whatever you think is best /
up to you / it's up to you / you decide / you choose / your call / you pick / i'll leave it to you / i leave it up to you / don't mind /
don't mind either way / i don't mind either way / makes no odds to me / doesn't matter / doesn't matter to me / it's all the same to me /
all the same to me / i don't care / don't care either way / not fussed / i'm easy / either / either is fine / either one / either would do /
any of them / ask me later / ask me again later / ask me tomorrow / ask me another time / jury's still out / the jury is out / tbd / to be decided /
to be confirmed / neither here nor there / neither yes nor no / i neither agree nor disagree / no opinion / i have no opinion /
i've no strong feelings / no preference / hesitant / i'm hesitant / i hesitate / i'm a bit reluctant / i have my doubts / i've got doubts /
got some doubts / not convinced yet / i'm not fully convinced / i'm wavering / wavering / i blow hot and cold on it / swings and roundabouts /
six of one, half a dozen of the other / can't put my finger on it / leaning yes but not there yet / leaning towards no, nothing final /
part of me wants to, part of me doesn't / my head says one thing, my gut another / give me till tonight to decide / could i sleep on that /
i'd want to mull that one over / let me chew it over a while / lemme ponder / i'll have to ponder that / i'm dithering / swithering over it /
umming and ahhing / i keep going back and forth / one day yes, next day no / at a guess / maybe at a push / if need be / if i must, i suppose /
only if there's no other way / provided it's free / so long as it's cheap / depends what the missus says / have to see what himself says /
hubby decides these things / i'd need the wife's nod / must consult my better half / have to clear it with the landlord / need sign-off first /
above my pay grade / not for me to decide alone / let me ask at home and revert / will think and tell / have to see only / can't tell as of now /
cannot commit at present / i can't commit either way / don't pin me down / wouldn't swear to it / i wouldn't like to say / not in a position to say /
too early to say / too soon to tell / early days / watch this space / hard one, that / you've got me there / that's me stumped /
that's got me scratching my head / drawing a blank / my mind's gone blank / rings a faint bell / vaguely familiar /
looks familiar, can't swear though / might be mine, might be my brother's / could be ours, could be next door's / looks a bit like it / half right /
some bits yes, some bits no / it sort of worked / helped somewhat / a tad better / marginally / better but not fixed / only for a minute /
now and again it does / when it's in the mood / can't tell yet if it did anything / need to test it properly first / have to try it a few days /
ask me in a week / ask again after lunch / can we park that / put a pin in it / let's leave it open for now / keep it pending / no firm view /
could be talked round, perhaps / you'd have to convince me / tempted but wary / i'm in a quandary / it's a dilemma / hmmmm lemme have a thinkk /
ehhh / i gess / mabye / mayb later ill decide / prehaps / poss / dnt kno / dunnno / not shure / no shore about it / kinda on teh fense here /
cant deside / undecidded / its dipends / dependz init / i am not knowing / i am confuse / can be, can be not / i have not decision yet /
who could ever know that / must think a little / so and so, a little / may or may not be / tbc / ya maybe / i might could, y'all /
i reckon it might be, mind / spose, dunno / possibly, possibly not / i'm neutral on that / no strong pull either way / mixed feelings /
you know better than me / bit of column a, bit of column b / six in the morning brain, can't think / ask me when i've had coffee /
the cards aren't on the table yet / the dice are still rolling / needs a night's sleep first / let the dust settle first / i'm two-thirds there /
sixty forty, i'd say / a strong perhaps / a weak yes, verging on no / neither hot nor cold / could be, could not be, who's counting /
wouldn't bet on it either way / my crystal ball's at the cleaner's / both and neither, like that cat in the box / that's a head-scratcher /
now you're asking / i was afraid you'd ask that / blessed if i know / hanged if i can say / nae idea, pal / i couldnae tell ye /
mibbe aye, mibbe naw / i'd be swayed by the price / i couldn't rightly tell you, boy / ah, we'll see how the wind blows /
god alone knows, and he's quiet / might do, might not, like / i ain't for certain, hon / could be, lord willin' / i'd have to study on it /
ion even know fam / lowkey yes lowkey no / kinda sus, kinda fine / confusion is there / let me confirm once and tell / fifty percent yes ji /
will see and revert / pakka i cannot say / jein, as we germans say / perhaps yes, i must look / how to say, so and so / it can be that yes /
i must to ask before / who could know it / more yes than no, but not yet safe / sweeten it and i might / say more before i choose /
would you, in my shoes? / heads yes, tails no / you flip the coin / i'm putty in your hands / que sera, sera / as you see fit /
my other half has the final say / the committee meets friday / mum's the boss of that / let me rummage for the papers /
glasses are upstairs, one tick / let me dig out the receipt / i'm not near it to look / gimme till payday / not before i've seen it /
come back to me after tea / buffering / loading, please wait / it looks the part, i'll say that / name's ringing something / somewhat, up to tuesday /
it coughed once, does that count / partway / jury's at lunch / meybe so / purhaps / praps / mite be / cud be i supose / cud go eether way / dunno m8 /
dont no yet / no idear / not shore luv / its up too you / ur choise / weel see / letme thnik / carnt say / deepends / it dipend on muney /
hmmm dificult / aks my wife / harf an harf / sumtimes / 50 50 realy / one day it does and the next it doesn't, like my knees /
the name's right, the street's half right, and the rest i'd need to look up /
i can't find my glasses, so it may be ours and it may be the neighbour's / my husband ordered things before he passed, i couldn't say what was his /
if it's over by friday then gladly, and if it isn't then rather not / tempting, truly, but our roof leaks and money's tight, let me count first /
i said yes to my sister last time and regretted it, so give me a day / it seems quieter, or else i'm going deaf, i'll tell you tomorrow /
too early to celebrate, it ran for a minute and i'm holding my breath / you've explained some of it, though the second half went over my head /
i'd be inclined to agree were it not for one or two misgivings / i should prefer to reserve my judgement until i have seen it in writing /
one is loath to commit oneself before consulting the family / sir, i will discuss with my elder brother and intimate you /
my flatmate handles that stuff and he's surfing till sunday / depends how far it is, how heavy it is and whether my son's awake /
wow, what a choice, can i phone a friend / sure, why not, or maybe why, i honestly change my mind by the minute /
what would most folks do? i've never been any good at deciding / the cat walked over the letter, i can make out the first half only /
i was half asleep when i did it, so it might have been that one / i need to see what the weather does and then i'll answer you /
in principle all right, in practice i'd have to look in my diary / ah look, it could be grand and it could be a disaster, i'm no prophet /
well darlin', i reckon it might, then again it mightn't / ask me on a monday it's yes, ask me on a friday it's no /
maybe its better maybe i just want it to be, cant realy tel yet / uh i mean it's like sort of that one but uh i'm not really sure /
i fink so but dont hold me to it coz my memmory is shokin / um let me uh let me ask my mom she's she's in the shower /
my husbend no, i not know, he come at six then i say you / if its for free than ok, if it costs i hafta think /
it mite be min or it mite be my sons we got the same name / cant deside til i no wot the lanlord says about it /
eye could go ether way, ask me after the wedding / if my sister comes along i'm for it, and if she stays home you can forget i said anything /
both of us have the same initials, so whether it's hers or mine is anybody's guess /
the paper's torn right where the number ought to be, so i can neither confirm nor deny it /
i was on heavy painkillers that week and may have done all manner of things i can't recall /
some mornings it hums along nicely and others it sulks, i couldn't call it cured or not cured /
i followed about half of what you told me, the rest i'd want to read again with a cup of tea /
you'd better ask me after the exams, my head's too full for choosing anything / my purse says no, my heart says yes, and my mother hasn't spoken yet /
it's a maybe with a frown, i'm afraid, until i've heard what the landlord thinks /
it has some of the right words in it, but whether they're in the right order i couldn't tell /
were the circumstances a little different i dare say i'd accept, as it is i hesitate /
i find myself unable to give you a definite reply before thursday's board meeting /
with respect, i would need rather more particulars before coming down on one side /
madam, my mother-in-law is deciding such things, once she returns from temple i will inform /
only god and my accountant know, and one of them is on holiday /
oh great, decisions, my favourite, can i choose the option where somebody else does it /
let me put it like this, i'm not against it and i'm not exactly for it / is there a third button, because neither of the two feels right to me /
heck, i'm as torn as an old pair of overalls, gimme a spell to chew on it / ah, i'm only half persuaded, i'd want to hear what herself makes of it /
ma heid says wait an ma hert says haste ye, so i'm stuck in the middle / i am between the two chairs, as one says with us, please ask again later /
on one hand is cheap, on other hand i not have place, so i not know / lowkey it might've helped, but it's also possible i'm just being delulu /
deh, could be, but i was tired that night, so nah, can't promise you that /
it's been eleven years and two house moves, so who knows what i wrote on that form /
my arm's in a cast and i can't get down to look behind it, so i'm only guessing /
it cud be mine if its got a skratch on the left, i wood haf to look in the gararge /
im waitin on a leter from the counsil befor i can say one way or the uvver /
um it like sort of helped i guess but then again it sort of didn't you know / eye think sew but my memory is like a sieve so chequer with my sun /
i am not knowing excactly, my brothers wife has made it, maybe she no / perhabs wen the kidds are back in skool, befor that i cant plan nuthin /
uh so it's it's complicated because my roommate paid for it but i like use it so /
may bee yes if the wether holds, may bee no if it snoes, we live on a hil / it lookd alrite for ten minits, lets see wot its like in the mornin /
if the stars align / i'm a libra, don't rush me / my memory's a colander / itsa toss up realy / only if there's no charge /
if it's quick, otherwise no / can't say right now / depends what it costs / let me check with my wife / I'd have to ask my husband first /
what would it cost first / how long would it take / would I have to pay for that / is it free or what / what happens if I say yes /
what does that involve exactly / before I say yes, tell me the price / can I undo it afterwards / is there a catch / not until I know the price /
yes if it costs nothing / fine by me if it's done today, if not then no / if it doesn't take long, ok / as long as I don't lose my data, yes /
provided nothing changes on the bill / unless it means waiting in all day / only on a weekend / only if I can cancel later /
if you can do it without my card, perhaps / if there's no other option / could do, could leave it / still making up my mind /
haven't thought about it / need to sleep on it / let me get back to you on this / let me look at my calendar first / I'd need to see my budget /
have to talk to my partner / got to run it past my boss / my son decides that / perhaps tomorrow / maybe next week / might do / not sure I want that /
not sure that's a good idea / I don't know if I should / would you do it if you were me / is it really necessary / do I need to /
what's the alternative / are there other options / I'm half tempted / sounds good but I'm unsure / I want to but I can't decide / eh, dunno /
idk man / idk depends / maybeee / lemme ask my mum real quick / tell me more first / explain that again before I answer / whichever's cheaper /
whatever is easier, I don't mind / mibbe, I'll ask the wife / we'll see how it goes, like / will confirm after discussing at home /
can be, but price how much / i must first ask my man / perhaps, but I not understand all / onley if its free / dipends how much / mabey later /
il think abowt it / let me chek wiv my wife / i dunno im in to minds / uh I don't know can you ask me again later /
It depends whether I get paid on Friday, so I can't promise anything. / if it's free, otherwise don't bother / haven't decided which way yet /
it depends, does it hurt my warranty / I'd say yes if it were cheaper / ok but only if nobody has to come in / only for nothing, i aint payin /
if its qwick ok, if not no / whats it gona cost me furst / got 2 ask my dad /
My wife handles these things and she's at work till six, so I can't tell you now. /
If you can promise it's done before Friday, yes. If you can't, I'd sooner leave it. /
I'm inclined to, but last time it took three weeks. How long would it be now? /
I can't say this minute, I'm on a train and the signal's poor. Maybe this evening. /
I'd like to, but first I'd need to know whether it costs anything and whether I can go back on it. / that hinges on the fee /
could you put that question to me again tonight / let me turn it over in my head / could be, honestly no idea / it could be yes, it could be no /
maybe, maybe not, ask me tomorrow / perhaps yes, perhaps later / I really couldn't say / I couldn't tell you for certain, sorry /
can't say for certain, dear / I don't know, to be honest / I don't really know what to say / don't know yet, sorry / not sure, let me think /
I'm honestly not sure about it / I'm not sure whether I want it / I'm not quite sure I need that / I don't know whether that's wise /
I don't know if I'm allowed to / I wouldn't know what's best / no idea, what do others do / what do most customers choose /
what would be better for me / which would you take / what's your advice / would that be sensible / does it make sense to do that /
do you think it's worth doing / what are the pros and cons / what happens if I don't / and if I say no, what then / what would change for me /
can I change my mind later / could I take it back if I don't like it / is that final or can it be reversed / would I be tied to it /
for how long would I be bound / does it cost me anything / what will that cost me / how much would I have to pay for it /
depends on what I'd have to pay / depends how soon you can do it / depends if I'm home / it depends on my shifts / it'd depend on the date /
that depends on a couple of things / depends, really / yes, but only if it's free / yes, if it doesn't cost extra / yes, as long as it's quick /
yes, unless it costs something / ok if there are no fees / okay, but only once I've seen the price / fine, if I can stop it any time /
if it's under twenty dollars then ok / if you can guarantee it works, yes / if it's really necessary / if my wife agrees / if the boss says so /
if nothing else helps / if that's the only way / if it's before the weekend, sure, after that no / only if I don't have to phone anyone /
only when I'm back from holiday / only after payday / not before I've asked at home / not until I've read the details / not yet, maybe in a few days /
later perhaps, I'm not certain / maybe another day, we'll see / maybe, I have to see how things go / maybe, but not today / maybe, give me a while /
possibly, I'll have to think / possibly yes, I need to look at something first / probably, but let me make sure /
probably yes, though I'm not certain / I think yes, but I might be wrong / I think so, but don't take my word for it /
I'd say so, but I'm not positive / I lean towards yes, still thinking / I'm leaning to no, but undecided / more no than yes, but I'm open /
I'm thinking about it still / I haven't decided one way or the other / my mind isn't made up yet / can't make my mind up / I keep changing my mind /
I can't decide right now / I need a bit longer / I need to think that through / I'd like to ask my daughter before I answer /
my husband has to decide, he's not here / I have to ask the landlord / I share it with my flatmate, so I'd have to ask / I'd have to look that up /
I'd need to find the paper first / wait, let me have a look at something / hold on, I need to think / give me a moment to consider /
can you ask me again in a minute / can we come back to that / let's leave that question open / leave it open for now, I'll decide later /
either's fine with me / I don't mind, you choose / both sound ok / hmm, difficult / er, maybe / um, possibly / mayb, dunno yet / idk, maybe l8r /
im not shure, can i think abot it / i dont no wot to say / depens on the prise / if is free yes, if is not free no / I must think, perhaps yes /
I cannot say now, I ask my brother / will see and tell you later / ach, I dinnae ken / well I don't know now, might do /
uh I guess maybe I don't know / um it depends I'd have to uh check first
`;
