const JOINS =
  /^[\s,、。.]*(?:(?:thanks|thank you|please|ありがとう(?:ございます)?|お願いします)[\s,、。.!]*)?(?:and also|and|but|also|plus|あと|それと|それから|ついでに|ちなみに|あわせて)[\s,、]*/;

/** The words of a second wish without what joins it to the first, which says nothing of the wish itself: "and …", 「あと…」. */
export const stripJoint = (words: string): string => words.replace(JOINS, '');
