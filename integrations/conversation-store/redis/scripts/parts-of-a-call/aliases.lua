-- A conversation's aliases are one string, parted by spaces: gives it with one more, where that is new.
local function with_alias(known, alias)
  if string.find(' ' .. known .. ' ', ' ' .. alias .. ' ', 1, true) then return known end
  return known == '' and alias or known .. ' ' .. alias
end
