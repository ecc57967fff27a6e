"""First names that one person may go by, folded."""

_GROUPS = """
alexander alex sasha aleksandr oleksandr alexandr sandy
alexandra alex sandra sasha
andrew andy drew andrei andrey andriy
anthony tony antony
barbara barb
benjamin ben
catherine kate cathy katherine kathy katie
charles charlie chuck
christopher chris kit
christine chris christina tina
daniel dan danny
david dave
deborah debbie deb
dmitry dmitri dmitriy dmytro dima
donald don
dorothy dot
edward ed eddie ted ned
eleanor nell ellie
elizabeth liz beth betty lizzie eliza
eugene gene yevgeny evgeny yevhen
frederick fred freddie
gabriel gabe
george georgiy georgi yuri yury
gerald gerry jerry
gregory greg
harold harry
henry harry hank
jacob jake
james jim jimmy jamie
jeffrey jeff geoffrey geoff
jennifer jen jenny
jessica jess
john jack johnny jon ivan
jonathan jon jonny
joseph joe yosef
joshua josh
kenneth ken
kimberly kim
lawrence larry laurence
leonard len leo
margaret maggie meg peggy
matthew matt
michael mike mick mikhail mykhailo
muhammad mohammed mohamed mohammad muhammed
natalia natasha natalya nataliya
nicholas nick nicolas mykola nikolai nikolay
olga olha
pamela pam
patricia pat patty tricia
patrick pat paddy
peter pete petro pyotr
philip phil phillip
rebecca becky becca
richard rick dick rich ricky
robert bob rob bobby bert
ronald ron
samuel sam sammy
samantha sam
sergei sergey serhiy serhii
stephen steve steven
susan sue susie
theodore ted theo
thomas tom tommy
timothy tim
victoria vicky tori
vladimir volodymyr
walter walt
william bill will billy liam
yulia julia yuliya
zachary zach zack
"""
VARIANTS = tuple(frozenset(line.split()) for line in _GROUPS.strip().splitlines())
"""Each is a set of names of which any two may be one person's."""
