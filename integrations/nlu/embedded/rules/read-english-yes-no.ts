import type { YesNo, YesNoReading } from './yes-no.ts';

const whole = (...alternatives: string[]) => new RegExp(`^(?:${alternatives.join('|')})$`);

/** Said around an answer without changing it. */
const FILLER =
  /^(?:(?:um+|uh+|er+|erm|hm+|oh|ah|well|so|and|then|hey|hi|hello|like|look|actually|honestly|please|sorry|thanks|thank you|i think|i guess|i suppose|i believe|i'd say|you know|to be honest) )+|(?: (?:please|pls|plz|thanks|thank you|thx|ty|very much|so much|a lot|sir|ma'am|madam|mate|man|dude|bro|then|now|again|i think|i guess|i suppose|i believe|actually|though|lol|haha|for me|with me|right now|at the moment|today|a bot|bot))+$/g;

const YES = whole(
  'y|yes+|yess?ir|yep+|yeps|yup+|yea+h*|yeh|yah|yas+|ya|ye|yeppers|aye|uh huh|uh-huh|mhm+|mm ?hm+|mmhmm|si|oui|hai|roger(?: that)?|affirmative|positive',
  '(?:yes|yeah|yep|yup|sure|ok|okay|right|correct|great|good|fine|cool|perfect|absolutely|definitely|exactly|of course|alright|certainly)(?: (?:yes|yeah|yep|yup|sure|ok|okay|right|correct|great|good|fine|cool|perfect|absolutely|definitely|exactly|of course|alright|certainly))+',
  'sure(?: thing| why not| do| go ahead)?|surely|for sure|of course|ofc|naturally|absolutely|definitely|certainly|totally|obviously|clearly|indeed|exactly|precisely|agreed|approved|accepted|confirm(?:ed)?|true|right|correct|very well|very good',
  'ok+|okay+|okey|okie|okie dokie|okey dokey|k+|kk|okk|oki|alright(?:y)?|all right|righto|righty|fine|good|great|perfect|cool|nice|awesome|excellent|lovely|wonderful|brilliant|super|deal|done deal|gladly|with pleasure|my pleasure',
  "(?:yes |yeah |ok |okay )?(?:that|this|it|which|everything|all)(?:'s| is| was| looks?| sounds?| seems?|'d be| would be|'ll be| will be|'ll do| will do| works?| helps?| helped| worked| fixed| solved| did it| did the trick| did)? ?(?:just |all |perfectly |totally |absolutely |quite |about )?(?:right|correct|fine|good|great|ok|okay|perfect|it|true|lovely|me|the one|mine|accurate|exactly right|what i want|cool|wonderful|nice|awesome|for me)",
  '(?:that|this|it) (?:works|will do|does|did|is|was|worked|helped|helps|does the job|did the trick|did it|is indeed|would)(?: well| great| fine| nicely| a lot)?',
  "that(?:'s| has)? (?:fixed|solved|sorted|resolved|cured) (?:it|that|the (?:problem|issue))(?: now)?|that'll do|that'd be (?:great|good|nice|lovely|fine|helpful|perfect)|(?:sounds|looks|seems) (?:good|great|fine|right|ok|okay|perfect|correct|about right|like a plan|lovely|alright)(?: to me)?",
  "(?:please )?(?:just )?(?:go ahead|go for it|go on|go|do it|do that|do so|do this|do|make it so|let's do (?:it|that|this)|let's go(?: ahead| for it)?|let's|proceed|continue|carry on|keep going|book it|send it|buy it|order it|confirm it|confirm that|sign me up|place it|submit|i'm in|count me in|hit me|bring it on|get it done|take it)(?: with it| with that| ahead)?(?: and do it)?",
  "i (?:do|did|am|would|will|have|can|could|agree|accept|confirm|approve|think so|believe so|guess so|suppose so|hope so|want (?:it|that|to|this)|want to do (?:it|that)|need (?:it|that)|really do|certainly do|sure do|sure would|wouldn't mind|don't mind|do want (?:it|that|to)|already did|did it|did that|already have)(?: it| that| so)?",
  "i'd (?:like|love|appreciate) (?:that|it|to|this)|i'll (?:take|do) (?:it|that)|i'm (?:sure|in|ready|happy with (?:that|it|this)|ok with (?:that|it)|okay with (?:that|it)|fine with (?:that|it)|good with (?:that|it))|we (?:do|are|did|can|would|will|have)|it (?:is|was|does|did|has|worked|works|helped)|they (?:are|do|did)|he (?:is|does|did)|she (?:is|does|did)|there is|there are|you (?:bet|may|can|got it|are right|have my permission)|you're (?:right|correct)|got it",
  "works for me|by all means|why not|why wouldn't i|(?:all|looks|sounds) good (?:go (?:on|ahead)|continue|proceed|carry on)|no (?:problem|problems|worries|doubt|objections?|issue|issues)|not a problem|please|please do|please do so|yes i would|be my guest|makes sense|most certainly|without a doubt|fair enough|no objection|suits me|fine by me|good idea|good by me|consider it done|hell yes|hell yeah|heck yes|heck yeah|damn right|fo sho|works great|works fine|works now|all good now|it's (?:working|fixed|solved|fine|ok|okay|good|on|back|done)(?: now)?|(?:all )?(?:fixed|solved|sorted|resolved|working)(?: now)?|problem solved|done|one hundred percent|100%|100 percent",
);

const NO = whole(
  'n|no+|nope+|nop|nah+|naw|na|nay|uh uh|uh-uh|nuh uh|nein|non|iie|negative|never|none|nothing|nada|zero|zip',
  '(?:no|nope|nah|never)(?: (?:no|nope|nah|never))+',
  "no (?:no|thanks|thank you|thankyou|thx|ty|way|sir|ma'am|need|chance|not (?:really|now|yet|today|at all|that|this|it|me)|never|it (?:isn't|is not|doesn't|didn't|wasn't|hasn't|won't|does not|did not)|i (?:don't|do not|didn't|did not|haven't|won't|can't|cannot|wouldn't|am not|'m not)|that's all|that is all|that's it|that'll be all|that will be all|nothing(?: else)?|i'm (?:good|fine|ok|okay|done|all set|not)|all good|all set|more questions|other questions|further questions|questions|luck|deal|good|difference|change|improvement|success|effect|bueno)(?: (?:thanks|thank you))?",
  "(?:absolutely|definitely|certainly|of course|obviously|probably|actually|really|please|better|rather|maybe|i'd say|i think|just|still|sorry|thanks but|thank you but|ok|okay|um|hell|heck) (?:no|no way|not|nope|don't|no thanks|no thank you|not really|not now)",
  'not (?:really|at all|now|yet|today|right now|this time|at this time|at the moment|interested|necessary|needed|exactly|quite|correct|right|true|ok|okay|good|that|this|me|mine|that one|this one|particularly|especially|even close|so much|for me|a chance|in the slightest|in a million years|working|fixed|solved|anymore|any more|likely|happening|really no|just yet|necessarily|today thanks)',
  "(?:please )?(?:don't|do not|dont|don't do (?:it|that)|do not do (?:it|that)|don't bother|don't worry about it|let's not|rather not|i'd rather not|better not|i'd prefer not(?: to)?|i would rather not|hold off|leave it|leave that|leave it out|let's leave it|stop it|no need|none of (?:it|that|them|these|those)|neither|neither of (?:them|these|those))",
  "i (?:don't|do not|dont|didn't|did not|won't|will not|can't|cannot|haven't|have not|wouldn't|would not|refuse|decline|disagree|doubt it|pass|never did|already have (?:it|one)|don't think so|do not think so|don't believe so|don't want (?:it|that|to|this|any|anything|one)|do not want (?:it|that|to|this)|don't need (?:it|that|to|any|anything|one)|don't need anything else|don't like (?:it|that|this)|don't agree|don't have (?:any|one)|didn't want (?:that|it)|changed my mind)(?: (?:it|that|this|to|so|thanks|anymore|any more|else))*",
  "i'm (?:not|good|fine|ok|okay|all good|all set|done|not interested|not sure i want (?:it|that|to)|not ready|set|happy as (?:it|i) (?:is|am)|not happy with (?:it|that)|not convinced|not doing (?:that|it))(?: (?:thanks|thank you|here|now))*",
  "(?:that|this|it)(?:'s| is| was)? ?(?:not|isn't|wasn't|doesn't|didn't|won't|hasn't|don't|never|ain't)(?: (?:be|do|help|helped|work|worked|working|fixed|right|correct|it|mine|me|true|good|fine|ok|okay|solve it|fix it|that|the one|what i (?:want|wanted|meant|said)|make (?:a|any) difference|change anything|do anything|at all|really|quite|necessary|solved|any better|better|look right|sound right|seem right|go away))*",
  "(?:that|this|it)(?:'s| is) (?:wrong|incorrect|false|too (?:much|expensive|late|early)|all|everything|a no|not ok|still (?:broken|the same|not working|happening|there|blinking))|wrong|incorrect|false|(?:that's|that is|that'd be|that would be) (?:all|everything)(?: for (?:now|today))?|that'll be all|that will be all|nothing (?:else|more|further|at all|like that|changed|happened|works|worked|for now)|all (?:set|good|done)|we're (?:good|done)|it (?:isn't|is not|doesn't|does not|didn't|did not|wasn't|was not|won't|hasn't)|(?:still )?(?:the same|no change|no difference|not working|broken|nothing)|same (?:problem|thing|issue)|no luck|didn't (?:help|work|fix it|change anything|do anything)|did not (?:help|work)|doesn't (?:help|work)|not helpful|(?:maybe|perhaps) (?:another day|next (?:time|week|month)|some other day|not (?:now|today|yet|this time))|unfortunately not|i'm afraid not|afraid not|sadly not|sadly no|hardly|fat chance|as if|thanks but no thanks|thanks i'm good|no go|hard pass|i'll pass|pass on that|maybe (?:later|another time|next time|some other time)|(?:another|some other) time|later|next time|not for now|cancel that|skip that|keep it as it is|leave it as it is|leave it as is|keep it",
);

const MAYBE = whole(
  "maybe(?: (?:not|yes|no|so|both))*|perhaps(?: not)?|possibly|probably|could be|might be|it depends|depends|that depends|kind of|kinda|sort of|sorta|more or less|partly|partially|half|a bit|a little|somewhat|sometimes|hm+|um+|uh+|er+|well|eh|meh|dunno|i dunno|idk|no idea|no clue|who knows|beats me|hard to (?:say|tell)|either|either way|either one|whatever|whichever|up to you|you (?:decide|choose|tell me)|don't care|i don't care|doesn't matter|i don't mind either way|(?:(?:maybe|both|sometimes|half|partly|in part) )?(?:yes (?:and |but |or |maybe |sometimes |half |partly )?no|no yes|no (?:and|but) yes)|both|neither yes nor no|unsure|undecided|not (?:so |too |really |quite |entirely |totally |completely |100% |all that )?(?:sure|certain|clear)|not sure (?:yet|about (?:that|it|this)|what (?:that|you) means?)|good question",
  "i(?:'m| am) (?:not|un|still not|really not) ?(?:so |too |really |quite |entirely |totally |completely |very |100% )?(?:sure|certain|clear|decided)(?: (?:about (?:that|it|this)|yet|if i (?:do|should|want (?:to|it|that))))?|i(?:'m| am) (?:unsure|undecided|thinking|still thinking|on the fence|torn|confused|in two minds)|i (?:don't|do not|dont) (?:really |quite |actually )?(?:know|remember|understand|get it)(?: (?:yet|that|if i (?:do|should|want (?:to|it))))?|i (?:can't|cannot|could not|couldn't) (?:say|tell|decide|remember|be sure)(?: yet)?|i (?:might|may|could)(?: do| have)?|i(?:'ll| will| need to| have to| want to| must|'d have to|'d like to) (?:think about (?:it|that)|think it over|think|check|consider it|ask (?:my \\w+)|see|sleep on it)(?: first)?|let me (?:think|check|see|ask|consider)(?: .{0,30})?|(?:give me|just) (?:a |one )?(?:second|sec|moment|minute|min)|(?:hold on|hang on|wait|one moment|one sec|just a (?:moment|second|sec|minute))(?: a (?:second|sec|moment|minute|bit))?|maybe i(?: do| should| will|'ll| would)?|i wonder|what do you (?:think|recommend|suggest)|should i|is it worth it|what would you do",
);

const LEAD =
  /^(yes+|yep|yup|yeah+|yea|yess|sure|ok|okay|alright|absolutely|definitely|certainly|of course|correct|right|exactly|no|nope|nah|no thanks|no thank you|not really|maybe|perhaps|probably)(?: |$)(.*)$/;
const NOT_A_LEAD =
  /^(?:no (?:one|body|idea|clue|doubt|problem|issue|issues|problems|objection|objections|complaint|complaints|opinion|preference|question about it|longer|more|matter|order|news|sign|tracking|power|sound|way to|luck|response|reply|answer|delivery|package|parcel|internet|wifi|light|picture|image|email)|right (?:now|side|away|after|ear|one|hand|before|here|there)|ok google|sure (?:would|wish)|correct (?:my|the|it|this)|exactly (?:when|where|what|how)|of course not|certainly not|absolutely not|definitely not)\b/;

/** Characters of an afterthought. */
const SHORT = 40;
/** "Yes I think, but let me check": what takes an answer back at its end. */
const TAKEN_BACK =
  /\b(?:not (?:quite |really |so |too |totally |entirely )?(?:sure|certain)|let me (?:check|think|see)|don't (?:really )?know|can't (?:say|tell|remember|be (?:sure|certain))|(?:may|might|could) be wrong|(?:have|need) to (?:check|ask|think)|or maybe not)$/;

/** Reads English words as an answer to a yes/no question. */
export function readEnglishYesNo(text: string): YesNoReading | undefined {
  const words = text
    .replace(/[^\p{L}\p{N}'%\- ]+/gu, ' ')
    .replace(
      /\b(dont|doesnt|didnt|cant|wont|isnt|wasnt|im|thats|its|ill|id like|lets|wouldnt|havent)\b/g,
      (word) => SPELLED[word] ?? word,
    )
    .replace(/\s+/g, ' ')
    .trim();
  const exact = readWhole(words);
  if (exact) return { answer: exact, rest: '' };
  if (NOT_A_LEAD.test(words)) return undefined;
  const lead = LEAD.exec(words.replace(FILLER, '').trim()) ?? LEAD.exec(words);
  if (!lead) return undefined;
  const rest = (lead[2] ?? '').trim();
  const first = readWhole(lead[1] ?? '') ?? 'maybe';
  if (rest.length <= SHORT && TAKEN_BACK.test(rest)) return { answer: 'maybe', rest: '' };
  const second = readWhole(rest.replace(/^(?:but|and|or|wait|well|actually) /, '')) ?? leadOf(rest);
  if (!second || second === first) return { answer: first, rest: second ? '' : rest };
  // "ok, no thanks" is no; "yes, no, I don't know" is neither.
  const weak = /^(?:ok|okay|alright|right|sure|exactly|correct)$/.test(lead[1] ?? '');
  if (second === 'maybe') return { answer: /^(?:hm+|um+|uh+|er+|well|please)/.test(rest) ? first : 'maybe', rest: '' };
  if (first === 'no' && /^(?:i'm|that's|all|it's) /.test(rest)) return { answer: 'no', rest: '' };
  if (first === 'no' && second === 'yes' && /^(?:please|thanks|go ahead)$/.test(rest))
    return { answer: 'maybe', rest: '' };
  return { answer: weak ? second : 'maybe', rest: '' };
}

function leadOf(rest: string): YesNo | undefined {
  const lead = /^(?:but |and |wait |well |actually )?(no|nope|nah|yes|yeah|yep|not now|not yet|not today|don't)\b/.exec(
    rest,
  );
  return lead && !NOT_A_LEAD.test(rest) ? readWhole(lead[1] ?? '') : undefined;
}

function readWhole(words: string): YesNo | undefined {
  for (const said of [words, words.replace(FILLER, '').trim()]) {
    if (said === '') continue;
    if (MAYBE.test(said)) return 'maybe';
    if (NO.test(said)) return 'no';
    if (YES.test(said)) return 'yes';
  }
  return undefined;
}

const SPELLED: Readonly<Record<string, string>> = {
  dont: "don't",
  doesnt: "doesn't",
  didnt: "didn't",
  cant: "can't",
  wont: "won't",
  isnt: "isn't",
  wasnt: "wasn't",
  wouldnt: "wouldn't",
  havent: "haven't",
  im: "i'm",
  thats: "that's",
  its: "it's",
  ill: "i'll",
  'id like': "i'd like",
  lets: "let's",
};
