/** What people say in English to a yes/no question, refusing or denying: one between two slashes. */
export const ENGLISH_NO = `
no / no thanks / nope not that one / nah not mine / no that isn't it / no way / not this one / not the one i meant / that's not the one /
that isn't the one / wrong one / that's the wrong one / you've got the wrong one / wrong order / wrong person / wrong address / it's a different one /
it's another one / a different one / another one / i meant the other one / i meant something else / the other one actually /
i was talking about another one / not what i meant / that's not what i meant / that's not what i said / that's not what i asked for /
i didn't say that / i never said that / you misunderstood / you misunderstood me / you got me wrong / you got it wrong / you've got that wrong /
that's a mistake / there's a mistake / that's an error / not mine / that's not mine / it's not me / that isn't me / not my address /
that's my old address / that's the old one / that's out of date / not any more / no longer / that's changed / it has changed / it's changed since /
doesn't match / it doesn't match mine / that doesn't look right / doesn't look right to me / doesn't sound right / something's off / that's off /
that's not correct / incorrect / false / untrue / not true / that's not true / not correct / not quite right / not exactly / not quite / not as such /
far from it / quite the opposite / on the contrary / au contraire / nowhere near / not even close / wide of the mark / never mind leave it as it is /
never mind then / leave it as it is / leave it alone / leave it be / just leave it / leave it for now / let's leave it there / let it be / let it go /
leave things as they are / keep things as they are / keep it the way it is / i'll keep it as is / i'll keep what i have / stick with what i have /
i'd rather keep it / i'd sooner not / i would rather you didn't / i'd prefer you didn't / i'd prefer not / please leave it / forget it /
forget about it / forget i asked / forget that / scrap that / scratch that / drop it / skip it / i'll skip / i'll pass / i'll pass on that /
gonna pass / i think i'll pass / pass / hard pass / give it a miss / i'll give it a miss / count me out / not for me / it's not for me /
not my thing / not my cup of tea / i'm not bothered / not bothered / can't be bothered / couldn't care less for it / no need for that /
there's no need / there is no need / that's not necessary / that won't be necessary / it's not needed / unnecessary / don't need it /
i don't need that / we don't need it / don't want one / i don't want to / i do not want this / i didn't ask for that / i don't wish to /
i don't feel like it / don't fancy it / i don't fancy that / i don't care for it / i don't like the sound of that / i wouldn't like that /
i'd hate that / that's no good / that's no use / no good for me / no use to me / doesn't suit me / that doesn't suit / doesn't work for me /
that doesn't work for me / that won't work / won't do / that won't do / it won't help / that's no help / no help / i can't / i can't do that /
i can't make it / can't do it / i can't i'm afraid / i'm afraid not / afraid i can't / sorry can't / sorry no / unfortunately no / regrettably not /
alas no / sadly no / that's a no from me / it's a no / the answer is no / my answer is no / i said no / i already said no / i told you no /
for the last time no / still no / again no / no no no / no means no / a firm no / big no / nope nope nope / noooo / no siree / no sir / no ma'am /
no chance / not a chance / no chance in hell / over my dead body / when hell freezes over / not on your life / in your dreams / dream on / as if /
yeah nah / nah mate / nah bro / naw / nuh uh / nix / nada / zilch / negative / denied / declined / i decline / i must decline / i refuse / i object /
i disagree / don't agree / i don't agree with that / not ok / that's not ok with me / i'm not ok with that / i'm not happy with that /
not happy about it / i have a problem with that / i don't accept that / i don't consent / i do not agree / don't you dare / don't do it /
do not do that / don't send it / do not book it / don't go ahead / don't proceed / please don't do that / stop / stop right there / hold it don't /
cancel that / abort / not now thanks / not right now / not at this time / not today / not this week / not this time / not yet / not just yet /
not until later / not at the moment / later maybe not now / some other day / another day / maybe another day / perhaps next time / next time /
i'll do it later / i'll do it myself / i'll handle it myself / i'd rather do it myself / i can manage / i'll manage / i'll manage without /
we'll manage / i'm covered / i'm all set / all set thanks / i'm good thanks / i'm good for now / i'm fine as i am / i'm alright thanks /
i'm ok thanks / we're good thanks / that's all for today / that's all i needed / that's all i wanted / that's everything thanks / i'm done /
i'm done here / we're done / nothing more / nothing else thanks / nothing comes to mind / nothing at the moment / nothing more from me /
no more questions / no further questions / that covers it / that's the lot / i have what i need / got what i needed / don't think so /
i don't think so no / i don't believe so / i doubt it / i doubt that / i highly doubt it / i shouldn't think so / i wouldn't say so /
i wouldn't say that / i'd say not / hardly / barely / not likely / unlikely / highly unlikely / probably not / most likely not / not that i know of /
not that i can see / not that i remember / not as far as i know / not to my knowledge / not so far / nothing so far / never / never did / never have /
never ever / i never have / never had one / haven't got one / i don't have one / i don't have it / don't have that / i haven't / i've not /
i haven't done that / haven't tried that / didn't try / i didn't / it didn't / it did not work / didn't work at all / still doesn't work /
it's still the same / same as before / no change at all / makes no difference / didn't change a thing / nothing happened / still nothing /
still dead / still off / still stuck / it's not on / it isn't on / it's off / there isn't / there isn't one / there's none / there's nothing there /
i can't see one / i don't see it / can't find one / none / none at all / none of those / none of them / neither / neither one / it wasn't /
they weren't / it's not / it's not that / it isn't that / not in the least / not in the slightest / by no means / under no circumstances /
absolutely no way / certainly not / definitely not mine / god no / oh god no / heavens no / oh no don't / no but thanks / thank you but no /
thanks but i'd rather not / appreciate it but no / that's kind but no thanks / no you can close this / changed my mind / i've changed my mind /
i've decided against it / decided not to / i've thought better of it / on second thought no / on second thoughts leave it / too expensive for me /
too much for me / that's too late for me / that's too early / that day's no good / bad idea / terrible idea / i'd advise against it / better not /
best not / let's not / let's not do that / rather you didn't / nobody asked for that / don't bother / no bother leave it / not worth it /
it's not worth it / that's someone else's / somebody else's, not ours / belongs to my neighbour, that / that one's my wife's, not mine /
never ordered such a thing / doesn't ring a bell at all / never seen that one in my life / that's got nothing to do with me /
you're barking up the wrong tree / wrong end of the stick / you've mixed me up with somebody / must be some other customer's /
we don't own one of those / can't have been me who bought that / i don't live there any more / we left that place long ago /
under a different name altogether / not what i'm on about / different thing altogether / couldn't be further from it / close, but no cigar /
nice try, but that's not it / good guess, wrong though / swing and a miss / way off there, love / miles out / that ain't it chief / ain't mine /
that's where you're wrong / i beg to differ / i'd rather not go down that road / i'd just as soon not / rather not if it's all the same /
i'd rather you held off / hold fire please / please don't go touching it / hands off / kindly refrain from that / not required as of now /
no need yaar, it's okay without / leave it na yaar / aiyah no lah / don't want one lah, really / you're grand, leave it / ah no, you're all right /
ah sure leave it so / will i heck / not on your nelly, pal / not bloody likely, sunshine / nae chance o that / nae thanks pal / och no /
nowt for me, ta / naw yer awright / nah fam / hell nah / aw heck no / naw we good / i'm good on that / thanks, i'll live without /
we'll do without it / save yourself the trouble / don't trouble yourself / don't put yourself out / there's no call for that / spare me /
you can keep it / leave me out of it / i'm out of this one / i want no part of it / zero interest / not remotely interested /
it doesn't appeal to me / does nothing for me / last thing i need / wouldn't dream of it / out of the question / not happening / no can do /
can't say i do / can't say that it did / don't reckon it is / doesn't look like it / not from where i'm sitting / i wish /
chance would be a fine thing / fat chance of that / when pigs fly / that ship has sailed / bit late for that / thumbs down / computer says no /
i'll sit this one out / that's not my scene at all / i'd be lying if i said yes / sorry to disappoint, no / i shall have to decline /
gonna have to say no / let's call it a no / i must respectfully refuse / most kind, but i won't / that's thoughtful, but leave it / bless you, no /
ta but no ta / cheers but nah / nyet / exactly the same as it was / same old problem / as dead as before / back to square one /
no better than it was / not a blind bit of difference / no joy i'm afraid / no dice / no luck whatsoever / not a sausage so far / no improvement /
worse if anything / made it worse actually / i'm none the wiser / doesn't answer my question / that solved nothing / problem's still there /
it keeps on doing it / haven't seen hide nor hair of it / never laid eyes on it / i've still not got it / not tonight, love / i'll take a rain check /
npoe / no thansk / know thanks / know it isn't / thats nto it / taht is nto mine / i dont wnat thsi / we dont wont anny / no tthat one / deffo aint /
it definately isnt me / absolutly not / certinly nott luv / its rong / dont bovver / jus leav it pls / plz dont / not intrested / theres no nead /
not nesessary thx / id rather knot / didnt hlep / no it dint / it is not of me / this not my order / i am not agree with this / for me no /
not need, thank you / stil same thing / pull the other one / not a word of it / couldn't be more mistaken / you're in the wrong postcode /
that bird won't fly / wrong johnson, i fear / i've no connection with it / some stranger's, surely / never clapped eyes on that /
it's all greek, not mine / i'd remember if it were / i'd have noticed / we parted ways with that flat / nay, nay and thrice nay /
naw, yer aff yer heid / i'll no be needin' that / hoachin' wi mistakes, that / divil a bit of it / not a hope, boy / i will in me eye /
no'm, that ain't right / that dog won't hunt / not on my watch, sugar / i'd sooner wrestle a gator / nah you buggin / miss me with that /
that's a nah from me dawg / big yikes, don't / i'm not the one / arrey nahi, leave / kindly drop the idea / cannot lah /
yeah, nah, she's right, leave it / non merci / it not pleases me / i have not such thing / this is not what i have meant /
not the right way, please no / don't touch a thing / hold your horses, i said no / i'd regret it / i'm allergic to that /
not for all the tea in china / wild horses couldn't make me / i'd rather eat my hat / you couldn't pay me / keep dreaming, robot / hahaha good one /
sure, and i'm the queen of sheba / oh yeah, right, when pigs have wings / wonderful idea, if i were insane / brilliant, except it's wrong /
like a hole in the head / what part of no was unclear / must i spell it, n o / thanks ever so, but i'll refrain /
sweet of you, maybe in another life / i appreciate it, however i must pass / i'd be obliged if you didn't / my wife would kill me /
the boss has forbidden it / we've one already, thanks / got plenty, cheers / sorted myself out, no need / i've gone off the idea /
not interested, my love / nothing's different / not a peep out of it / dead as a doornail still / it laughed at us and stayed off /
all that for nothing / clear as mud / you lost me, no help / about as useful as a wet match / my question stands / ours didn't come with that /
searched high and low, it's absent / nobody's pressed anything / noap / nu uh / nahhhh m8 / incorect / dosent ring a bel / isnt my adres /
nver herd of it / i dident / it wosnt us / no fanks / noo ta / bed idea / i wood rather you did knot / its sum one else is / eye refuse /
not inn trusted / no weigh / still ded / stil not wurking / diddnt werk / no chainge / no diferens / helpt nothing / not soled on it / tis not meen /
we no need / that's my brother-in-law's, he borrows my name when it suits him / i've never lived anywhere with that number on the door /
my late husband may have had one, i certainly never did / you've got the street, you've got the town, and the house is next door's /
half the letters are right and all the digits are somebody else's / it's kind of you to offer but we're flying out tomorrow, so leave it /
if it costs so much as a cent i'd just as well go without / the landlord would have my guts for garters, so you mustn't /
we spoke it over at supper and everyone was against it / i tried it twice, stood on one leg too, and it sits there like a brick /
the lamp stays dark and so does my mood, your trick was useless / i followed every word and now it beeps on top, thanks for nothing /
oh sure, because it went so splendidly last time, don't you dare / fabulous, a wrong guess again, you're on a roll /
if that's your idea of an answer, my dog could do your job / had you asked me a year ago i'd have jumped, these days i won't /
at my age one doesn't begin with such things, thanks all the same / i'm flattered, but i must ask you to take no further steps /
with the greatest respect, i cannot give my consent to that / i regret to say that the particulars you mention aren't mine /
kindly do not proceed, my father has not given permission for it / madam, you are having some other person's file in front of you /
i am not that man, my family name writes itself with two n / in my language that means something rude, so please not /
thank you, but for us is too much dear, we make without / och away, i wouldnae gie that hoose room, leave it be /
ah now, you'd want to be cracked to agree to that / bless your heart for askin', but that there belongs to my cousin /
ain't never had one of them in my house and ain't fixin' to start / bro i been told you, that ain't my name, that ain't my crib /
my therapist taught me to set boundaries, and this is one / doctor's orders, i can't take that on just now /
i've looked under the bed and in the shed, there's no such thing / only the box looks the same, what's inside belongs to others /
i'd love to say you cracked it, but the puddle's still growing / it went for a second and died again, so you haven't fixed it /
you explained it beautifully, only it wasn't what i'd asked / let's spare us both the paperwork, i'm staying out of it /
thats my sisters one, mines grean an its at home / um no sorry that's uh that's not the one i was talking about /
i tryed evrything you sed and its as ded as my gran / eye never bort anything like that in my hole life /
sory but i dont hav the mony for it this munth, leve it / uh nah nah nah don't do that i i didn't mean that /
the adress is rong, we mooved out befor chrismas / plz dont do nuffin yet, me mam wud go mad at us /
i did not understud nothing, your answer was not helping to me / thats not hoo i am, you got me mixt up wiv me dad /
no more off that pleas, wonce was enuff for me / wel that was a waist of time, same rattel same smell /
thank but no, i am alredy have this from my son / nobody hear ordered nuthin like that, chek agen / it dont fit with wot it says on my pappers /
deer sir i not wish this, pleese leave like it was / won try, to tries, three tries, nothing, your tip is no good /
whoever that is, he owes me money too, it isn't me / you must be thinking of some other poor soul, i've never set foot in that town in all my life /
my cousin collects those, i collect stamps, so you can strike my name from it /
we cleared out grandma's flat in spring and the number you've just read out went with it /
i've turned the house upside down, asked the kids, bribed the dog, and it's nowhere to be found /
had i wanted it i'd have told you so half an hour ago, let's keep everything the way it was /
the flood took our savings, so however lovely it sounds, we'll have to go without /
your advice was most entertaining, and the thing is every bit as silent as it was at breakfast /
i pressed till my thumb went blue and all i've got to show for it is a blue thumb /
that cleared up about as much as the fog on loch ness, i'm where i started /
a generous thought, truly, yet i've made my peace with how things are and want nothing altered /
i'd sooner walk barefoot to alaska than sign up to something like that again /
what a delightful suggestion, let me think, erm, absolutely under no circumstances /
ooh, so near, only the wrong name, the wrong town and the wrong century /
yeah, because what my life was missing is one more thing like that, forget it /
my wife laughed out loud at that, so i suppose you have your answer, and it isn't the one you like /
i signed something of the sort once and it cost me a car, never will i again /
that'd be tuesday, and on tuesdays i've dialysis, so it's out i'm afraid /
our lease says nothing may be altered, so with many thanks, i'd ask you not to /
you're describing the fellow upstairs, he gets my post too, we're always being mixed up /
the one i mean was red and round, this is square and grey, so you're a mile off /
i'm not saying you're a liar, i'm saying the person on that paper isn't me /
on reflection we'd be happier if everything stayed put, though it's good of you to ask /
it would be remiss of me not to tell you that every detail there is in error /
we beg to be excused from this arrangement and trust you will take it in good part /
sir, my uncle has strictly told not to give approval, so kindly do not do anything /
there is no such person residing here since 2019, please remove from your mind / in my house is living only me, and i did not make this what you say /
i thank very much but my heart says me that it is better to not / och, ye've the wrang end o it, that's big tam's frae doon the stair /
aw pal, i've done aw that and it's still lyin' there like a deid fish / janey, you couldn't be further out, sure i'm only after moving from there /
well i'll be, somebody's usin' my name, 'cause i sure as heck never did that /
honey, i wouldn't take that if it came with a free mule and a sack of corn / nah cuz, that ain't even my government name, you trippin' /
y'all been real sweet 'bout it, but me and mine gonna sit this'n out / lah, my auntie already scold me once, don't want to kena again, leave it /
strewth, mate, you've given me the neighbour's dunny number, that's not us /
i should be ashamed to take up such an offer, pray let us not speak of it again /
the baby's just dropped off, my eyes are closing, this is no moment for it, leave me be /
five people have told me to steer clear of that and i trust all five /
the light went on for my grandson and off again for me, so you haven't cured it /
ther is no boddy of that name hear, only me an me sister an the parot / i wurnt even in the cuntry that week so it carnt of been me what bort it /
we dun everyfink on yor list an its still makin that orrible grindin noise / thank u for arsking but we dont hav the space nor the muny for it /
um i mean it was like close but uh everything you just said is kind of wrong / my husbund sed if i say yes agen he wil leave me, so theres yor anser /
i am sory sir but wrong pepole, i never am buy nothing in this shop in may / pls dont sen nuthin, we r on hollyday an the naybor steels parsels /
that advise maid it wurse, now too lites flash insted of won / it sez mr johnsen on it an im mrs janson so its not fore me /
thats lasst years adres, the house as bin nocked down since / i no you mean wel luv but im to old for that sort off thing, leaf it /
uh sorry i think you misheard i said fifteen not fifty so that's all wrong / its knot what eye asked four, eye asked about sum thing else /
wat you red out is my x husbands, i am nuthing to do wiv him no more / i beleive you hav the rong end of the stic, that number aint ever bin ares /
there's been a mix-up at your end, for the only thing i own with that label is a biscuit tin /
even my horoscope warns me off it today, and for once i agree with the stars / sory but my docter sez im not aloud to, so it wil haf to go wivout me /
couldn't be further off if you tried / as far from it as the moon / not by a long chalk / not by a country mile / not so's you'd notice /
not for love nor money / not if you begged me / not while i've breath in me / not in a month of sundays / not this side of christmas /
not for all the gold in fort knox / never in my born days / nevver on gods green erth / nothing of the sort / nothing could be less true /
nothing doing / that's a new one on me / first i've heard of it / news to me, and wrong news / sumwons bin telling yoo fibs /
who on earth told you that / where did you get that nonsense / codswallop / poppycock, sir / hogwash / balderdash, the lot of it /
is it heck as like / like fun it is / you've drawn a blank there / you've come up empty / back to the drawing board with you /
you're fishing in the wrong pond / uve rung the rong bell / you've buttered the wrong bread / u hav the rong persen /
that isn't the lady you're talking to / you're thinking of my namesake / some other fellow, same moustache perhaps / mistaken identity, i'm afraid /
i'm not who you think / that name belongs two doors down / no such soul under this roof / i've been mixed up with my twin again /
thatwas the tennant befor us / ask him upstairs, it's nowt of ours / it's a fine name but it ain't the one i've got / i plead innocent /
wasn't me, guv / hands clean, never touched it / i'd have to be two people for that to be true / that never passed my lips /
i asked for nothing of the kind / i never breathed a word about that / yor puttin werds in my mouf / don't you dare lay a finger on it /
don't you go doing that now / don't even think about it / don't even joke about such things / touch that and we're finished / bakc off wud u /
keep your mitts off it / no further, thank you / veto / objection / absolutley forbiden in this house / i expressly withhold my agreement /
permision refussed / my signature stays in the pen / over my grandmother's grave / you'd need a court order for that / i'd rather chew glass /
i'd rather have my teeth pulled / i'd sooner shave a badger / i'd sooner kiss a cactus / i'd want my head examined / i'd be skinned alive at home /
i've nae mair use for that than a fish for a bike / need it like a toothache / wish i cud say yes / would that it were so / if only, pet /
much as i'd love to agree / i'd be fibbing to say so / it pains me to contradict you / hate 2 burst ur bubbel / i hate being the bearer of bad news /
sorry to rain on your parade / forgive me for being a spoilsport / not to be funny, but that's wrong /
with regret, and a heavy heart, i turn it down / a lovely thought, but i'll let it go by / you're an angel, still i'd rather be excused /
thank you kindly, i'm better off without / thanks a million, but we're suited / awfully decent of you, i shan't however /
i'm touched, truly, and i'm refusing / bless you for offering, keep it for the next soul / my thanks, and my refusal /
ta muchly, we've changed our tune / cheers pal, gonna swerve it / don't fash yersel, ah'm fine as ah am / i'm not your customer for that /
that's not my bag, man / it's not really my speed / i can't warm to the idea / dosnt flote my boat / leaves me stone cold /
it goes against the grain / that sticks in my craw / i'm dead set against it / my mind's made up against it / i haven't the faintest wish to /
it isn't what you'd call welcome / i am not exactly jumping for joy at that / hardly what i had in mind / less than ideal, so drop the matter /
i wouldn't go so far as to call it right / it'd be a stretch to call that correct / there's little truth in it / theres not a grane of trooth in it /
that leaves a lot to be desired, try again / that's a bridge too far / i draw the line at that / here i put my foot down / enough now, i've declined /
how offen must i tern u down / which bit of never do you need explained / are you deaf, i've said it's wrong / read my lips, n-o /
stuff that for a game of soldiers / get outta here, that ain't it / ugh, as if i'd want that / lol what, no / lmaooo absolutely not / bruh no /
nawt today satan / hard nope from yours truly / that's gonna be a no from me chief / double no with a cherry on it / nada de nada / nopity nope /
nah, you're alreet, pet / nay lass, it's nowt to do wi' me / ah'm no havin it / ye're haverin, that's no mine ava / not a bit of it, me oul flower /
i will on me granny / go 'way outta that / i amn't, and i wasn't, and i won't be / lord no, child / that don't hold a drop of water /
i ain't studyin' that / ain't no way no how / i don't want none of that / i never did nothing of the kind / it don't work no better than it did /
can't nobody here use that / ion want dat / aint gon happen shawty / you got me mixed up, cuz / chee chee, not that one only /
not required yaar, leave na / no no sir, mistake is there / i am declining same with folded hands / not possible from my side / wrong number, uncle /
don't have lah, you see wrong / tell him he's dreamin' / yeah, right, and my dog's the mayor / i refuse it, thank you, good evening /
it is not so, you err yourself / i have no wish of this / this i did not never order / pardon, is not me, is other man / that not belong us /
i am not in agreement with, please stop / better you not do / nyema, nothing, no have / my heart say no, my money also / you did not hit the point /
not fixed by a long shot / it's still sulking in the corner / not so much as a flicker / silent as the tomb still / as broken as my ex's promises /
your tip was a damp squib / all it does now is smell funny too / you might as well have sung to it / i've learned nothing i didn't know /
clear as pea soup, that / that went clean over my head, so it wasn't any use / we're no further forward / round and round, and here we are unchanged /
it got worse, if you can believe that / close, if we're playing horseshoes / somewhere else entirely / that's the exact opposite of right /
you've swapped my digits round / out by a mile and a half / half of that isn't true and the rest is wrong /
not the colour, not the size, not the year / my shelf is bare, there's none here / weve lookt in attick an seller, in vane /
if i had it i'd be dancing / it never darkened our door / empty handed still / i've yet to set eyes on the thing / noooope / nop / nah ty /
dnt do it m8 / nawp not mee / knot mine / know way hosay / nun of that is rite / ab so lootly knot / sertenly not / difinetly wasnt us /
its in correct / your rong / thats a miss take / incorrecked / not watt i ment / never orderd nufin like dat / i dint aks for that / leve it b /
dont bee doing that / pleese refrane / plz doughnut do that / i want non of it / wee r fine wifout / carnt afford it luv sory /
wuld rather knott thanx / i deklein / its nun of mi bisness that / no its the naybores / aint never livd their / hoo? never herd off him /
stil buggerd / its as bad as befour / didnt dew a thing / nuthink chanjed / diddent cleer it up at tall /
um nah that's uh that's like somebody else i think you got wrong / oh uh no no no wait please don't / uh sorry i meant i don't want that at all /
no sir ree bobb / we're cat people and we rent, so that can't possibly have been us /
my name's on the bell and it isn't the name you've just read out / take that off the table, please, my husband goes purple at the very mention /
i've told your kind twice this week, the lady you're after moved to spain / i'd love to, but my bank balance would pack its bags and leave me /
thanks for trying, bless your wires, but it's every bit as dead as my uncle /
do that and i'll be round there with my mother, and you don't want my mother /
no offence to whoever wrote that advice, but the thing just coughed and died again /
they moved our hole street in the flud so that adress is gone, its wrong / i gived it a good wack like you sed an it still dont do nuffin /
me nan sez no, me mum sez no, the budgie sez no / sum other ladee has that numba, mine ends on a ate /
madam, kindly note it is my cousin-brother's and not having any relation to me / not now / hold off / hold off on that please / rather not /
no need, it's sorted / stop, I don't want it / thought about it, no / no changes please / nothing for now, cheers / I'm good / nah I'm good /
gonna pass on that one / no way José / ain't happening / not keen / no, too expensive / no, my husband already did it /
we've found another way so don't / not while I'm travelling / no, I'm moving next week / I'm selling it anyway, so no /
I can't afford it this month, leave it / no because I still need it / the timing's bad, so no / I'd only regret it, don't do it /
I never asked for that / absolutely not, and don't ask again / nae thanks, leave it / no lah, don't want / no sir, kindly leave / I not want /
is not needed for me / no tanks / leav it / plz hold of / nott now / ive desided agenst it / nah dnt wory bout it / uh no don't don't do that /
No, my daughter's coming at the weekend and she'll see to it, so please leave everything. /
I was all for it until I saw the small print. Don't do it. /
Thanks for offering, but we talked it through last night and we're keeping things as they are. / having thought it over, I'd rather leave it /
please leave it just as it is / I'd sooner you left that alone / no, hold off till I say so / not today, I've got enough on /
no, I'd like to keep it like this / no, cancel that idea / I'd rather nothing was changed / no ta, we'll manage / wait, no, don't do that yet /
no cos it costs too much / noo dont / nah leave it m8 / id rather leeve it how it is / no thx not wurth it / nah, it's broke but I can live with it /
no, I need to ask nobody, the answer's no / it isn't worth the hassle, so no / No, I read the terms and I don't like them, so hold off. /
Not now please, I'm at work and I'd want to be at home for that. / No need any more, it has sorted itself out in the meantime, but thank you. /
no, some other year perhaps / better leave well alone / forget I brought it up, no / I made up my mind and it's a no / nope, happy as things stand /
ive made my mind up, no / no not rite this minit / thank you, I'll pass this time / I'm fine without it, honestly / no thank you, dear /
that's nice of you, but no / thanks all the same, no / I'd say no for now / you can leave that / leave it out, please / just leave me as I am /
thanks, leave it at that / not if I can help it / not for me, thank you / no, I'll see to it another time / I'll hold on to what I've got /
we can do without, thank you / there's really no need, but thank you / I appreciate the offer, but I'll say no / kind of you to ask, but no /
very kind, but that's not needed / oh, that's all right, no / oh no, please don't go to any bother / it's okay, you don't have to /
you don't need to do that / you needn't do anything / no, don't do anything yet / please do nothing / don't, I'm still using it / don't change it /
no, keep it how it was / I want it to stay like it is / it can stay as it is / nothing needs changing / I'd like to leave everything untouched /
no, not that / not like that, no / no, that's not what I'm after / no, I was just asking / I was only curious, don't do it /
only wanted to know, nothing more / I just wanted information, so no / no, just looking / just browsing, thanks / nope, all good here /
nah you're alright / nah it's cool / nah, can't be doing with that / naah forget about that one / no ta, love / cheers, but I'm okay /
I'm okay, thank you / no I'm okay as I am / no, we're sorted here, cheers / I'm sweet, thanks / yeah no / um, no / er, I'd rather you don't /
hmm, no, I don't want that / mm no / uh-uh / nuh-uh, not doing that / well, no / actually no / actually, leave that for now /
actually don't bother, it's fine / oh, no thanks, not for the moment / sorry, I have to say no / sorry, that isn't for us /
sorry, but I've decided not to / I've chosen not to / I think not / I really don't want that / I'd not want you doing that /
I don't want that to happen / that isn't something I wanted, no / we'd prefer not to, thanks / my answer's no thank you /
no, and please don't ask me again / no, stop there please / wait, no, go back, I don't want that / no no, hang on, don't /
cancel what I said, don't do it / never mind, don't do it after all / oh never mind, it's not important / I take it back, don't /
I regret asking, leave it be / no, because my wife already took care of it / no, it's already been done / we've sorted it out by ourselves /
no need, my son fixed it last night / it's working again by now, so no / no, I found it in the meantime / no, it turned up this morning /
no, I'm out of the country then / no, nobody's at home that day / no, I've no time for it this week / no, that's more than I can spend /
too pricey, so I'll leave it / it's dearer than I thought, no thanks / not for that kind of money / no, I'll wait till it's cheaper /
I'm happy with the one I have / no, the old one does me fine / I don't use it enough for that / no, I only bought it yesterday /
no, I don't trust that / no, I don't like doing that in a chat / not without my husband here, no / not while my dad's paying, no /
nobody here wants that / I've got enough of those already / that's not worth the money to me / it's too much hassle, leave it /
it'd only make things more complicated, no / leave / no need / no go / don't / nay / noo thanks yu / noo, i dont want / no thx im ok / no thakn you /
na thanks / nno / no tnx leave it pls / dont do it pleas / i dont need dis / plz leeve evrything the same / im gud thanks bye / its ok no need now /
no i am not want / no, for me it's not necessary, thank you / I don't like to do it, sorry / please to not make this /
no thank you very much, I stay like so / no ji, not required now / nae bother, just leave it / naw, ah'm fine / ah no, leave it, sure it's grand /
no sir, I'll do without it / uh no I'm I'm okay thanks / um yeah I'm gonna say no on that / no uh just uh leave it the way it is /
know thank you leave it / oh gosh no, leave it well alone / that won't be needed, but thanks for asking so nicely
`;
