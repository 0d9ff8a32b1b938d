import { expect, test } from '@jest/globals';
import { repair } from '../support/repair.js';

/** Articles about markup, code, mathematics and commands: their tags, references and brackets are their words. */
const articles = [
  `網頁入門:從標籤開始

HTML 的每個標籤都有名字。段落寫在 <p> 與 </p> 之間,換行用 <br>,粗體用 <b>文字</b>。
空格會被合併;想保留多個空格,可以寫 &nbsp;,小於號則寫 &lt;。

<ul>
  <li>第一項</li>
  <li>第二項</li>
</ul>

上面的清單有兩項。樣式寫在 CSS 裡:

p { margin: 0; color: #333; }
li:hover { font-weight: bold; }

最後用 JavaScript 讓它動起來:

document.getElementById("a").addEventListener("click", function() {
  this.innerHTML = "<b>好</b>";
});`,
  `泛型的寫法

Java 用 List<String> 或 Map<String, List<Integer>>,C++ 用 std::vector<int> 和 template <class T>。
若 a<b 且 b>c,編譯器不會把它當成模板;但 f<a>(b) 就要看上下文了。
判斷式 if (x < 0 && y > 0) 和位移 x << 2 >> 1 都是合法的。

struct Node { int value; Node* next; };
for (auto& n : list) { n.value += 1; }`,
  `How the <table> element lost its job

For years pages were laid out with <table>, <tr> and <td>. Then came CSS: a <div> with class="main" did the same.
Use &amp; when you mean an ampersand, and &lt;p&gt; when you want to show a tag.

<div class="main">
  <p>Hello</p>
</div>

The browser builds a tree from it.`,
  `統計學筆記

當 p<0.05 時拒絕虛無假設;n>30 時可用常態近似。設 X~N(μ,σ²),則 P(X<a)=Φ((a-μ)/σ)。
若 x<y<z,則 |x-y|<|x-z|。集合 {x | x>0} 與 [0,1]、(a,b] 的記法不同。
表 1
組別	人數	平均
甲	30	5.2
乙	28	4.9`,
  `命令列小抄

git commit -m "<type>: <title>" 是常見的格式,<type> 可以是 feat 或 fix。
用法:tool [-v] <source> <target>
把結果導到檔案:cmd > out.txt 2>&1,讀檔:cmd < in.txt,文件內嵌:cat <<EOF
管線 a | b | c 把輸出接起來;&& 表示成功才繼續,|| 表示失敗才繼續,& 表示放到背景。`,
  `SELECT 語法

查詢價格小於一百的船票:SELECT * FROM tickets WHERE price<100 AND seats>2;
插入一列:INSERT INTO tickets (name, price) VALUES ('東港', 120);
參數寫成 :name 或 ?;模板寫成 {{ name }} 或 \${name}。
[b]、[i] 和 [url] 是論壇的代碼,例如 [b]粗體[/b]。`,
];

test.each(articles)('is left alone: %s', (text) => {
  expect(repair(text).repairs).toEqual([]);
});
