/** Signs of a kind in the lower-cased fold that need no lexicon, in Chinese and in English. */
export interface Sign {
  readonly name: string;
  readonly han?: RegExp;
  readonly latin?: RegExp;
}

/** 與前代相當; as long as its predecessor. */
export const alike: Sign = {
  name: 'alike',
  han: /[与和跟同][^,;。]{1,24}(?:相当|无异|相同|相近|相仿|一致)(?![于大高])/,
  latin: /\bas (?!well|soon|far|much|many|long as (?:the|it|he|she|they|we|you))\w+ as\b/,
};

/** All others. */
export const signs: readonly Sign[] = [
  { name: 'copula', han: /[是为](?![否了止何])/, latin: /\b(?:is|are|was|were|be)\b/ },
  {
    name: 'done',
    han: /[了过](?=[,;。“”《\p{Script=Han}]|$)/u,
    latin: /\b(?:has|have|had)\s(?:\w+\s)?\w+(?:ed|en)\b/,
  },
  { name: 'modal', han: /[将拟料]|会(?=\p{Script=Han})|预计|有望/u, latin: /\b(?:will|would|could|may|might)\b/ },
  {
    name: 'need',
    han: /[应须必]|需要|不得|不能|要(?=\p{Script=Han})/u,
    latin: /\b(?:should|must|ought|need|has to|have to|cannot)\b/,
  },
  { name: 'self', han: /[我咱]/, latin: /\b(?:i|we|my|our|us)\b/ },
  { name: 'denial', han: /[不没无未]/, latin: /\b(?:not|no|never|nobody|nothing)\b|n't/ },
  { name: 'degree', han: /[很太最更极]|非常|如此/, latin: /\b(?:too|very|so|such|most|more|less|least)\b/ },
  { name: 'contrast', han: /[但却]|而是|不是|不过/, latin: /\b(?:but|yet|although|though|rather than|instead)\b/ },
  {
    name: 'because',
    han: /[因使让]|由于|所以|导致|得益/,
    latin: /\b(?:because|due to|led to|thanks to|so that|as a result|cause[sd]?)\b/,
  },
  { name: 'sway', han: /受[^,。]{1,16}(?:影响|拖累|带动|刺激|冲击|提振|推动|支持|打击|困扰)/ },
  { name: 'than-that', han: /比[^,。]{1,16}[高低多少大小快慢好差贵强弱早晚长短重轻远近难易优劣]/ },
  {
    name: 'record',
    han: /(?:改写|刷新|打破|创下?)[^,。]{0,10}[纪记]录|第[一二三四五六七八九十\d]+[高大低多]|以来(?:最|首|第)/,
  },
  {
    name: 'change',
    han: /从[^,。]{1,14}(?:升|降|增|减|涨|跌|拉长|提高|扩大|缩)[^,。]{0,4}[到至]/,
    latin: /\b(?:rose|fell|fallen|risen|up|down|grew|dropped|declined|increased)\b[^,.]{0,40}\b(?:from|since|than)\b/,
  },
  {
    name: 'having',
    han: /有(?![望关趣些人效])|拥有|包括|位于|属于/,
    latin: /\b(?:has|have|contains?|includes?)\sa?n?\b/,
  },
  {
    name: 'ongoing',
    han: /[着仍]|正在|还在|一直|每[日天周月年]/,
    latin: /\b(?:still|remains?|keeps?|often|always|every)\b/,
  },
  { name: 'plain-past', latin: /\b[a-z]{2,}ed\b/ },
  {
    name: 'this-is',
    han: /^[这那此][^,。]{0,6}(?:是|就是|让|令|使)/,
    latin: /^(?:it|this|that)\s(?:is|was|would)\b|^(?:it|this|that)'s\b/,
  },
  {
    name: 'is-a',
    han: /是(?:[一个最]|\p{Script=Han}{1,12}的$)/u,
    latin: /\b(?:is|was|are|were)\s(?:an?|the|not|too|so)\b/,
  },
  { name: 'all', han: /都|全部|所有|每一/, latin: /\b(?:all|every|none|both|most|many)\b/ },
  { name: 'only', han: /[只仅]|才(?=\p{Script=Han})/u, latin: /\b(?:only|just|merely|at most)\b/ },
  { name: 'condition', han: /如果|若|一旦|只要/, latin: /\bif\b|\bunless\b/ },
];
