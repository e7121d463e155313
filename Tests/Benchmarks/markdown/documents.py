#!/usr/bin/env python3
"""Writes the documents of the benchmark: drafts as people write them, hostile ones, versions.

Usage: documents.py FOLDER
"""
import pathlib
import random
import re
import sys

N = 1_000_000
random.seed(5)
WORDS = ["".join(random.choice("bcdfglmnprst") + random.choice("aeiou") for _ in range(n % 4 + 1))
         for n in range(900)]
COMMON = "the of and to a in is that for it we our with on as".split()


def word():
    return random.choice(COMMON if random.random() < 0.45 else WORDS)


def sentence():
    words = [word() for _ in range(random.randint(6, 22))]
    at, chance = random.randrange(len(words)), random.random()
    if chance < 0.2:
        words[at] = f"*{words[at]}*"
    elif chance < 0.3:
        words[at] = f"**{words[at]} {word()}**"
    elif chance < 0.4:
        words[at] = f"[{words[at]}](https://example.com/{words[at]})"
    elif chance < 0.45:
        words[at] = f"`{words[at]}`"
    elif chance < 0.5:
        words[at] = f"{random.randint(1, 200)}%"
    return " ".join(words).capitalize() + "."


def paragraph(width=78):
    lines = [""]
    for word in " ".join(sentence() for _ in range(random.randint(2, 6))).split(" "):
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def draft(size=9000):
    text = "---\ntitle: A title\nexec: cfo\n---\n# " + sentence() + "\n\n"
    while len(text) < size:
        chance = random.random()
        if chance < 0.12:
            text += "## " + sentence()[:50] + "\n\n"
        elif chance < 0.2:
            text += "\n".join("- " + sentence() for _ in range(random.randint(2, 5))) + "\n\n"
        elif chance < 0.25:
            text += "> " + paragraph().replace("\n", "\n> ") + "\n\n"
        elif chance < 0.28:
            text += "```\n" + paragraph() + "\n```\n\n"
        elif chance < 0.34:
            text += "[TK: " + sentence() + " ~40 words]\n\n"
        else:
            text += paragraph() + "\n\n"
    return text


def rep(text):
    return text * (N // len(text.encode()))


def growing_ticks():
    return "".join("e" + "`" * i for i in range(1, 1413))


def hostile():
    families = {
        'plain': rep('hello world, this is a text. ')+'\n',
        'open brackets': rep('['),
        'open brackets a': rep('[a'),
        'nested brackets': '['*(N//2)+'a'+']'*(N//2),
        'image brackets': rep('![[]()'),
        '[]( ': rep('[]('),
        '[a](b': rep('[a](b'),
        '[a](<b': rep('[a](<b'),
        '[a](<b\\n': rep('[a](<b\n'),
        '[a](b "c': rep('[a](b "c'),
        '[a](b (c': rep('[a](b (c'),
        "[a](b 'c": rep("[a](b 'c"),
        '![a](b "c': rep('![a](b "c'),
        '![': rep('!['),
        '![]( deep': rep('![](')+')'*10,
        '[ (](': rep('[ (]('),
        'em *a **b': rep('*a **b '),
        'em *a_ ': rep('*a_ '),
        'em a** b': rep('a**b c* '),
        'em x**x**': rep('x**x**x*x '),
        'em *_*_': rep('*_* _'),
        'em ab*': rep('a*b_'),
        'em closers': rep('a_'),
        'em openers': rep('_a '),
        'em openers closers': '*a_ '*(N//8)+'_a *'*(N//8),
        'em mod3': rep('a***b* c*'),
        'em nested strong': '**a '*(N//8)+' b** '*(N//8),
        'em nested': '*a '*(N//6)+' b*'*(N//6),
        'stars only': rep('*'),
        'stars spaces': rep('* '),
        'underscores': rep('_'),
        'comment open': 'a '+rep('<!--'),
        'comment open nl': 'a'+rep('\n<!--x'),
        'comment inline': rep('a <!-- b '),
        'pi inline': rep('a <? b '),
        'decl inline': rep('a <!A b '),
        'cdata inline': rep('a <![CDATA[ b '),
        'lt': rep('<'),
        'lt a': rep('<a '),
        'lt attr': rep('a <a b="'),
        'lt attr2': rep("a <a b='c "),
        'lt email': rep('a <a@'),
        'lt uri': rep('<ab:'),
        'lt dots': 'a <a@' + rep('a.'),
        'quotes deep': '>'*N+'a',
        'quotes deep spaced': '> '*(N//2)+'a',
        'quotes then lines': '>'*1000+'a\n'+ ('>'*999+'\n')*((N-1000)//1000),
        'quote deep lazy': '> '*(N//4)+'a\n'+ 'b\n'*(N//4),
        'list deep oneline': '- '*(N//2)+'a',
        'list deep blank': '- '*(N//4)+'a\n'+'\n'*(N//2),
        'list deep blank2': '- '*(N//4)+'a\n'+'\nb\n'*(N//6),
        'list deep quote blank': '> - '*(N//8)+'a\n'+'\n'*(N//2),
        'list ordered deep': '1. '*(N//6)+'a\n'+'\n'*(N//2),
        'list indent nest': ''.join(' '*(i*2)+'- a\n' for i in range(1000)),
        'list mixed bullets': rep('- a\n+ b\n'),
        'list items': rep('- a\n'),
        'list items blank': rep('- a\n\n'),
        'list empties': rep('-\n'),
        'star lists deep 2': rep('* * * a\n'),
        'refs': ''.join('[a%d]: /u\n'%i for i in range(N//14)),
        'refs same': rep('[a]: /u\n'),
        'refs use': '[a]: /'+'u'*(N//2)+'\n\n'+'[a] '*2000,
        'refs no blank uses': ''.join('[a%d]: /u\n'%i for i in range(N//28))+'\n'+ ''.join('[a%d] '%i for i in range(N//28)),
        'ref setext': rep('[a]: /u\n===\n'),
        'ref unclosed title': rep('[a]: /u "x\n'),
        'ref titles': '[a]: /u\n"'+rep('x\n'),
        'ref label long': rep('['+'a'*990+'\n'),
        'ref many opens': rep('[a]:\n'),
        'ref dest paren': '[a]: '+rep('(')+'\n',
        'ref in q': rep('> [a]: /u "\n'),
        'backticks growing': growing_ticks(),
        'backticks odd': rep('`` a ` '),
        'backticks one': rep('a `'),
        'backticks lens': ''.join('`'*((i%900)+1)+' a ' for i in range(N//455)),
        'entities': rep('&amp;'),
        'entities bad': rep('&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
        'entities num': rep('&#'),
        'ents digits': '&#'+'1'*N,
        'ents many digits': rep('&#1111111111111'),
        'amp': rep('&'),
        'atx': rep('# '),
        'atx close': '# a '+rep('#'),
        'atx spaces': rep('#  \t'),
        'atx trailing': '# '+ rep(' #'),
        'setext': rep('a\n==\n'),
        'setext long': rep('a\n')+'===\n',
        'setext maybe': rep('a\n= =\n'),
        'hr maybe': rep('* '*50+'a\n'),
        'dashes': rep('- '),
        'dash line': rep('-'),
        'hr long maybe': ' - '*(N//3)+'a',
        'fence open': rep('```\n'),
        'fence many tilde': rep('~'),
        'fence info': '```'+rep('a&'),
        'html blocks': rep('<div>\n'),
        'html type7': rep('<a>\n\n'),
        'html block cmt': rep('<!-- a\n'),
        'html script': rep('<script>\n'),
        'html tag attrs': '<a '+rep('b '),
        'html tag attrs many': rep('<a b b b b\n'),
        'html line type7 maybe': rep('<a b="c\n'),
        'tabs': rep('\t'),
        'tabs text': rep('a\t\n'),
        'blank': rep('\n'),
        'spaces': rep(' '),
        'spaces nl': rep('    \n'),
        'indent code blanks': rep('    a\n\n'),
        'cr': rep('\r'),
        'backslashes': rep('\\'),
        'backslash nl': rep('a\\\n'),
        'hard breaks': rep('a  \n'),
        'trailing sp': 'a'+rep(' ')+'b',
        'paragraph lines': rep('a\n'),
        'long line spaces': rep('a         \n'),
        'quote list mix': rep('> - '*50+'\n'),
        'quote alt': rep('> a\n\n'),
        'link nest parens': rep('[a]('+'('*31),
        'autolinks': rep('<http://a.b>'),
        'link title escapes': '[a](b "'+rep('\\"'),
        'bang': rep('!'),
        'colons': rep('a:'),
    }
    families['list indent blank']=''.join(' '*(i*2)+'- a\n' for i in range(700))+'\n'*500000
    families['list 100 blank']='- '*100+'a\n'+'\n'*999000
    families['list 100 blank b']='- '*100+'a\n'+'\nb\n'*300000
    families['ent named pairs']='&fj;'*10+rep('&fjlig;')
    families['ent named']=rep('&copy;')
    families['ref links title']='[a]: /u\n\n'+rep('[a](b "c ')
    families['ref links labels']='[a]: /u\n\n'+rep('[a]['+'b'*900)
    families['ref links dest']='[a]: /u\n\n'+rep('[a](<b ')
    families['ref links parens']='[a]: /u\n\n'+rep('[a](((((((((((b')
    families['ref links esc']='[a]: /u\n\n'+rep('[a](b "\\"')
    families['code spans']=rep('`a` ')
    families['code spans2']=rep('`` a ` b `` ')
    families['links']=rep('[a](b) ')
    families['images']=rep('![a](b) ')
    families['img in link']=rep('[![a](b)](c) ')
    families['emph']=rep('*a* ')
    families['html inline']=rep('<a>')
    families['lazy quotes']='>'*150+'a\n'+rep('b\n')
    families['quotes 100 lines']=rep('>'*100+' a\n')
    families['quotes alt lines']=rep('> '*60+'a\n\n')
    families['lists nested lines']=rep('- '*60+'a\n')
    families['headings']=rep('# a\n')
    families['img open link close']='![a'*1000+rep('[a](b) ')
    families['img 14000']=(('![[]()'*14000)+'\n\n')*11
    families['crlf']=rep('a\r\n\r\n')
    families['defs then text']=rep('[a]: /u\nb\n\n')
    families['def titles multi']=rep('[a]: /u\n"t\n')
    families['def labels']=rep('[a\n')
    families['def label bs']=rep('[\\[')
    families['tabs lists']=rep('-\ta\n\n\tb\n')
    return families


def versions():
    prose = lambda words: [" ".join(word() for _ in range(80)) + "." for _ in range(words // 80)]
    join = "\n\n".join
    text = prose(5000)
    shuffled = random.sample(text, len(text))
    edited = [" ".join(w if random.random() > 0.05 else "new" for w in p.split()) for p in text]
    letters = lambda: " ".join(random.choice("ab") for _ in range(450_000))
    numbered = [f"w{i} x y z q" for i in range(50_000)]
    counted = [str(i) for i in range(140_000)]
    return {
        "5000 words rewritten": (join(text), join(prose(5000))),
        "5000 words edited": (join(text), join(edited)),
        "5000 words shuffled": (join(text), join(shuffled)),
        "1 MB of two words": (letters(), letters()),
        "1 MB turned": ("a b " * 240_000, "b a " * 240_000),
        "1 MB of short blocks": ("a\n\n" * 300_000, "b\n\na\n\n" * 150_000),
        "1 MB of blocks reversed": (join(numbered), join(reversed(numbered))),
        "1 MB of words reversed": (" ".join(counted), " ".join(reversed(counted))),
        "1 MB of punctuation": ("a,.!" * 240_000, ",a!." * 240_000),
    }


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, newline="")


def slug(name):
    return re.sub("[^a-z0-9]+", " ", name.lower()).strip()


def main(folder):
    for number in range(2000):
        write(folder / f"drafts/{number}.md", draft())
    for number, (name, text) in enumerate(hostile().items()):
        write(folder / f"hostile/{number:03} {slug(name)}.md", text)
    for name, (old, new) in versions().items():
        write(folder / f"redline/{name}.old.md", old)
        write(folder / f"redline/{name}.new.md", new)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
